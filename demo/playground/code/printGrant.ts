import type { PortalOptions } from '../../../src/schemas/index'
import type { PlaygroundConfig } from './PlaygroundConfig'
import { printFields } from './printLiteral'
import { statedOptions } from './statedOptions'

/** Why a field has to be in the grant. A browser decides the other fields unless the grant does. */
const SERVER_ONLY: { readonly [Name in keyof PortalOptions]?: readonly string[] } = {
  features: [
    'Must be on the server: the vendor turns on every part that a request leaves out.',
    'The browser can hide more parts. It can turn on nothing.',
  ],
  customer_resources_filters: [
    'Must be on the server: a browser could leave a filter out and see every record.',
    'The browser can add filters. It can remove none.',
  ],
  read_only: ['Must be on the server: a browser could leave it out and change everything.'],
  customization_profile_id: [
    'Must be on the server: the handler refuses a profile that the grant does not have.',
  ],
}

const INDENT = ' '.repeat(8)

/** Prints the handler whose `authorize` returns these options, with the reason for each field that must be there. */
export function printGrant(config: PlaygroundConfig): string {
  return `import { createPortalHandler } from 'react-seam-portal/server'
import { userOf } from './session'

export const handler = createPortalHandler({
  apiKey: process.env.SEAM_API_KEY,
  authorize: async (request) => {
    const user = await userOf(request)
    if (!user) return null
    return {
      // Must be on the server: the customer comes from your session, never from the browser.
      customer_key: user.organizationId,
${printPortal(statedOptions(config, 'library'))}    }
  },
})
`
}

function printPortal(options: PortalOptions): string {
  const fields = Object.entries(options)
  if (fields.length === 0) return ''
  const strict = fields.map(([name, value]) => {
    const why = SERVER_ONLY[name as keyof PortalOptions]
    return why ? comment(why) + printFields({ [name]: value }, INDENT) : ''
  })
  const free = Object.fromEntries(fields.filter(([name]) => !(name in SERVER_ONLY)))
  const shared =
    Object.keys(free).length > 0
      ? comment(['May be here or in the JSX. What is here wins over what the browser asks for.']) +
        printFields(free, INDENT)
      : ''
  return `      portal: {\n${strict.join('')}${shared}      },\n`
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => `${INDENT}// ${line}\n`).join('')
}

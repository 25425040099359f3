import { portalUrlProblem } from '../wire/portalUrlProblem'
import { WIRE_PROPS } from '../wire/WIRE_PROPS'
import { isOrigin } from './originProblem'
import type { PortalHandlerOptions } from './PortalHandlerOptions'
import { credentialsProblem } from './vendorHeaders'

const OPTIONS: ReadonlySet<string> = new Set([
  'apiKey',
  'personalAccessToken',
  'workspaceId',
  'authorize',
  'endpoint',
  'fetch',
  'origins',
  'portalOrigins',
  'rateLimit',
  'onEvent',
  'extraOptions',
  'timeout',
])

/** Says why no handler can be made from these options, and what to do. Gives undefined when they are fine. */
export function optionsProblem(options: PortalHandlerOptions<never>): string | undefined {
  // Stories and tests run the handler in a page, with a `fetch` of their own that does not reach the vendor.
  if (typeof window !== 'undefined' && typeof document !== 'undefined' && !options.fetch) {
    return 'It runs in a browser, where every visitor could read the key. Import react-seam-portal/server in server code only.'
  }
  if (typeof options.authorize !== 'function') {
    return '`authorize` is missing, so every visitor could open every portal. Give a function that returns the grant of the signed-in user, or null: `authorize: async (request) => ({ customer_key })`.'
  }
  const unknown = Object.keys(options).find((name) => !OPTIONS.has(name))
  if (unknown !== undefined) {
    return `\`${unknown}\` is not an option of the handler, and a misspelt limit would limit nothing. Write one of ${[...OPTIONS].join(', ')}.`
  }
  return (
    credentialsProblem(options) ??
    endpointProblem(options.endpoint) ??
    originsProblem(options.origins) ??
    portalOriginsProblem(options.portalOrigins) ??
    extraOptionsProblem(options.extraOptions)
  )
}

function endpointProblem(endpoint: string | undefined): string | undefined {
  if (endpoint === undefined) return undefined
  const problem = portalUrlProblem(endpoint, [originOf(endpoint) ?? ''])
  if (problem) return `\`endpoint\` cannot be used: ${problem}.`
  return /[?#]/.test(endpoint)
    ? '`endpoint` has a query or a fragment, which the vendor would merge into every call. Leave them out.'
    : undefined
}

function originsProblem(origins: PortalHandlerOptions['origins']): string | undefined {
  if (origins === undefined || typeof origins === 'function') return undefined
  if (!Array.isArray(origins)) return '`origins` is not a list. Write `origins: ["https://app.example.com"]`.'
  const wrong = origins.find((origin) => !isOrigin(origin)) as unknown
  if (wrong === undefined) return undefined
  if (String(wrong).includes('*')) {
    return `\`origins\` has the wildcard ${String(wrong)}, which no browser sends, so it would allow no page. List each origin, or give a function \`(origin) => boolean\` and read its danger in docs/backend.md.`
  }
  if (wrong === 'null') {
    return '`origins` has the entry null, which every sandboxed frame of every site sends. Remove it.'
  }
  return `\`origins\` has the entry ${String(wrong)}, which is not an origin as browsers send it. Write scheme, host and port only, such as https://app.example.com or capacitor://localhost.`
}

function portalOriginsProblem(origins: readonly string[] | undefined): string | undefined {
  const wrong = origins?.find((origin) => !isOrigin(origin) || originOf(origin) !== origin)
  return wrong === undefined
    ? undefined
    : `\`portalOrigins\` has the entry ${wrong}, which is not an origin, so no portal could live there. Write scheme, host and port only, such as https://portal.example.com, without a wildcard.`
}

function extraOptionsProblem(names: readonly string[] | undefined): string | undefined {
  const wrong = names?.find(
    (name) =>
      name.startsWith('_') ||
      name.startsWith('customer_') ||
      name in Object.prototype ||
      (WIRE_PROPS as readonly string[]).includes(name),
  )
  return wrong === undefined
    ? undefined
    : `\`extraOptions\` names ${wrong}, which may not pass unchecked. Name only options that this version does not know.`
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined
}

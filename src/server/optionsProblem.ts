import { portalUrlProblem } from '../wire/portalUrlProblem'
import { WIRE_PROPS } from '../wire/WIRE_PROPS'
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

/** Says in sentences why no handler can be built from these options, or nothing. */
export function optionsProblem(options: PortalHandlerOptions<never>): string | undefined {
  // With a fetch of its own nothing reaches the vendor: that is how stories and tests run the handler in a page.
  if (typeof window !== 'undefined' && typeof document !== 'undefined' && !options.fetch) {
    return 'It runs in a browser, where everybody could read the key. Import react-seam-portal/server in server code only.'
  }
  if (typeof options.authorize !== 'function') {
    return 'authorize is missing, so anybody could open any portal. Give a function that says who is asking: authorize: async (request) => ({ customer_key }) or null.'
  }
  const unknown = Object.keys(options).find((name) => !OPTIONS.has(name))
  if (unknown !== undefined) {
    return `${unknown} is no option of the handler, and a misspelt limit would be no limit. Write one of ${[...OPTIONS].join(', ')}.`
  }
  return (
    credentialsProblem(options) ??
    endpointProblem(options.endpoint) ??
    originsProblem('origins', options.origins) ??
    originsProblem('portalOrigins', options.portalOrigins) ??
    extraOptionsProblem(options.extraOptions)
  )
}

function endpointProblem(endpoint: string | undefined): string | undefined {
  if (endpoint === undefined) return undefined
  const problem = portalUrlProblem(endpoint, [originOf(endpoint) ?? ''])
  if (problem) return `endpoint cannot be used: ${problem}.`
  return /[?#]/.test(endpoint) ? 'endpoint has a query or a fragment. Leave them out.' : undefined
}

function originsProblem(name: string, origins: readonly string[] | undefined): string | undefined {
  const wrong = origins?.find((origin) => origin === 'null' || originOf(origin) !== origin)
  return wrong === undefined
    ? undefined
    : `${name} has an entry that is not an origin. Write scheme, host and port only, such as https://app.example.com.`
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
    : `extraOptions names ${wrong}, which may not pass unchecked. Name only options this version does not know.`
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined
}

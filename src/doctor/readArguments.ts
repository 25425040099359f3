import { validateHeaderName, validateHeaderValue } from 'node:http'
import { parseArgs } from 'node:util'
import { PORTAL_ORIGINS } from '../wire/portalUrlProblem'

/** What the command was asked to do. */
export interface DoctorArguments {
  /** Where the proxy is mounted, without a final slash. */
  proxy: URL
  /** A page that shows a portal. */
  page: URL | undefined
  /** Headers for the proxy only, by lower-case name. */
  headers: Record<string, string>
  /** The origins where portals may be. */
  portalOrigins: readonly string[]
  json: boolean
  yes: boolean
}

export const USAGE = `Usage: react-seam-portal doctor --proxy URL [options]

  --proxy URL              where your proxy is mounted, such as https://app.example.com/api/seam
  --page URL               a page that shows a portal: checks its policies as well
  --header "Name: value"   a header for the proxy, such as the cookie of a signed-in user; may be repeated
  --portal-origin ORIGIN   where your portals are, if not at the vendor's own origins; may be repeated
  --json                   print { ok, checks: [{ id, status, detail, fix }] }
  --yes                    create portal links without asking first

Exit code: 0 nothing failed, 1 a check failed, 2 it could not run. Every check: docs/backend-contract.md`

/** Reads the command line, or gives the sentence that says what is wrong with it. No sentence holds a header's value. */
export function readArguments(argv: readonly string[]): DoctorArguments | string {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(argv)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
      ? 'There is an option that this command does not have.'
      : 'The options cannot be read: one has no value, or a value that it does not take.'
  }
  const { values, positionals } = parsed
  if (positionals.join(' ') !== 'doctor') return 'The one command is `doctor`.'
  if (values.proxy === undefined) return '`--proxy` is missing: give the address where your proxy is mounted.'
  const proxy = readUrl('--proxy', values.proxy)
  if (typeof proxy === 'string') return proxy
  proxy.pathname = proxy.pathname.replace(/(\/customers\/create_portal)?\/*$/, '')
  const page = values.page === undefined ? undefined : readUrl('--page', values.page)
  if (typeof page === 'string') return page
  const headers = readHeaders(values.header ?? [])
  if (typeof headers === 'string') return headers
  const portalOrigins = values['portal-origin'] ?? PORTAL_ORIGINS
  if (!portalOrigins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin)) {
    return '`--portal-origin` takes an origin such as https://portal.example.com: no path, no final slash.'
  }
  return { proxy, page, headers, portalOrigins, json: values.json ?? false, yes: values.yes ?? false }
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      proxy: { type: 'string' },
      page: { type: 'string' },
      header: { type: 'string', multiple: true },
      'portal-origin': { type: 'string', multiple: true },
      json: { type: 'boolean' },
      yes: { type: 'boolean', short: 'y' },
    },
  })
}

function readUrl(option: string, text: string): URL | string {
  const example = `Give a whole address, such as https://app.example.com${option === '--proxy' ? '/api/seam' : '/access'}.`
  // "localhost:3000/api" parses as a scheme called localhost.
  if (!/^https?:\/\//i.test(text)) return `\`${option}\` has no http: or https: in front. ${example}`
  if (!URL.canParse(text)) return `\`${option}\` is no address. An IPv6 host stands in brackets. ${example}`
  const url = new URL(text)
  if (url.username || url.password) return `\`${option}\` holds a user name. Send it with \`--header\`.`
  if (option === '--proxy' && (url.search || url.hash)) {
    return `\`${option}\` has a query or a fragment, which a browser would not send. ${example}`
  }
  return url
}

function readHeaders(lines: readonly string[]): Record<string, string> | string {
  const headers: Record<string, string> = {}
  for (const [index, line] of lines.entries()) {
    const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(line) ?? []
    try {
      validateHeaderName(name.trim())
      validateHeaderValue(name.trim(), value.trim())
    } catch {
      return `\`--header\` number ${index + 1} is not of the form "Name: value".`
    }
    headers[name.trim().toLowerCase()] = value.trim()
  }
  return headers
}

/** The policies of a page: for each, its directives with their sources. */
export type Policies = readonly ReadonlyMap<string, readonly string[]>[]

const META = /<meta\s[^>]*http-equiv=["']?content-security-policy["']?[^>]*>/gi

/** Reads the policies of a page from its header and from the `meta` elements of its HTML. */
export function readPolicies(header: string, html: string): Policies {
  const metas = [...html.matchAll(META)].map(([tag]) => /content=(?:"([^"]*)"|'([^']*)')/i.exec(tag) ?? [])
  const texts = [...header.split(','), ...metas.map(([, double, single]) => double ?? single ?? '')]
  return texts
    .map((text) => {
      const directives = new Map<string, string[]>()
      for (const part of text.split(';')) {
        const [name = '', ...sources] = part.trim().split(/\s+/)
        // The first directive of a name counts.
        if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources)
      }
      return directives
    })
    .filter((directives) => directives.size > 0)
}

/** Whether all policies let the page at `self` load `target`, by the first of `directives` that each of them has. */
export function cspAllows(
  policies: Policies,
  directives: readonly string[],
  target: URL,
  self: URL,
): boolean {
  return policies.every((policy) => {
    const name = directives.find((directive) => policy.has(directive))
    return name === undefined || (policy.get(name) ?? []).some((source) => matches(source, target, self))
  })
}

const HOST = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[\w.-]+|\[[\da-f:.]+\])(?::(\d+|\*))?(\/[^?#]*)?$/

function matches(written: string, target: URL, self: URL): boolean {
  const source = written.toLowerCase()
  if (source === '*') return /^https?:$/.test(target.protocol)
  if (source === "'self'") return target.origin === self.origin
  if (/^[a-z][a-z\d+.-]*:$/.test(source)) return fitsScheme(source, target)
  const [, scheme, host, port, path = '/'] = HOST.exec(source) ?? []
  if (!host || !fitsScheme(scheme ? `${scheme}:` : self.protocol, target)) return false
  const standard = target.protocol === 'https:' ? '443' : '80'
  const fitsPort = port === '*' || (target.port || standard) === (port ?? standard)
  return fitsPort && fitsHost(host, target.hostname) && fitsPath(path, target.pathname.toLowerCase())
}

function fitsScheme(scheme: string, { protocol }: URL): boolean {
  return scheme === protocol || (scheme === 'http:' && protocol === 'https:')
}

function fitsHost(pattern: string, host: string): boolean {
  if (pattern === '*') return true
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
}

function fitsPath(pattern: string, path: string): boolean {
  return pattern.endsWith('/') ? path.startsWith(pattern) : path === pattern
}

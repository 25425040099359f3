import { type Answer, headerOf } from './Answer'
import { fail, pass, skip, type Verdict, warn } from './Finding'
import { linkOf } from './linkOf'
import { isLimited, type Outcome, type ProxyEvidence } from './ProxyEvidence'
import { NO_PORTAL, see } from './see'

/** Judges the answers themselves: whether they come, can be read, may be kept, and tell too much. */
export function judgeAnswers(evidence: ProxyEvidence) {
  return {
    reachable: judgeReachable(evidence),
    json: judgeJson(evidence),
    'no-store': judgeNoStore(evidence),
    'key-not-echoed': judgeKeyNotEchoed(evidence),
  }
}

/** Whether a page can call the proxy and gets a portal. */
function judgeReachable(evidence: ProxyEvidence): Verdict {
  const { base, link, hasSession, isSlashNeeded, pagePreflight, pageOrigin } = evidence
  const { status } = base
  if (status >= 300 && status < 400) {
    return fail(
      `It redirects (${status}), as a sign-in page does. A browser cannot follow that with a POST.`,
      see(
        'reachable',
        'Answer 401 with JSON in place of the redirect. If you are signed in, check `--header`.',
      ),
    )
  }
  if (status === 401 && !hasSession) {
    return warn(
      'It answers 401, because no user is signed in.',
      see('reachable', 'To check the rest, sign in and give the session: --header "Cookie: …".'),
    )
  }
  if (status === 401) {
    return fail('It answers 401: the headers sign no user in.', see('reachable', 'Give a fresh `--header`.'))
  }
  if (status >= 400) return fail(`It answers ${status}.`, see('reachable', REASONS[status] ?? OTHER_REASON))
  if (pagePreflight && !lets(base, pageOrigin)) {
    return fail(
      `A page at ${pageOrigin} may not read the answer: Access-Control-Allow-Origin does not name it.`,
      see('reachable', 'List the page’s origin: `origins` of createPortalHandler, with credentials.'),
    )
  }
  if (
    pagePreflight &&
    !('status' in pagePreflight && pagePreflight.status < 300 && lets(pagePreflight, pageOrigin))
  ) {
    return fail(
      `The preflight of a page at ${pageOrigin} is not allowed.`,
      see('reachable', 'Answer OPTIONS with 204 and the Access-Control headers for this origin.'),
    )
  }
  if (isSlashNeeded) {
    return warn(
      'It redirects to the same address with the final slash toggled, so a page needs two requests.',
      see('reachable', 'Serve the address without a final slash as well.'),
    )
  }
  return pass(link ? 'It answers 200 with a portal.' : `It answers ${status}.`)
}

const OTHER_REASON = 'Look into the log of your server for this request.'

const REASONS: Record<number, string | undefined> = {
  400: 'The proxy refuses a plain body. Is the body read before the proxy reads it?',
  403: 'The session or the token against forged requests is refused. Give both with `--header`.',
  404: 'Mount the route POST …/customers/create_portal below the address of `--proxy`.',
  405: 'Let the route take POST.',
  415: 'Let the route take Content-Type: application/json.',
  419: 'The token against forged requests is missing. Give it with `--header`.',
  422: 'The token against forged requests is missing. Give it with `--header`.',
  429: 'Wait until the limit is over, and run the doctor again.',
  502: 'The vendor refuses or cannot be reached: check the key, and your server’s log.',
  504: 'The vendor takes too long: check your server’s way out to the internet.',
}

/** Whether answers are JSON: the portal, and the errors in the envelope. */
function judgeJson({ base, probes }: ProxyEvidence): Verdict {
  if (base.encodingProblem) {
    return fail(
      `A browser cannot read the answer: ${base.encodingProblem}.`,
      see('json', 'Drop the vendor’s Content-Encoding and Content-Length when you pass a decoded body on.'),
    )
  }
  if (base.status < 300 && base.json === undefined) {
    return fail(
      /<html|<!doctype/i.test(base.text)
        ? 'It answers 200 with an HTML page.'
        : 'It answers 200, and not with JSON.',
      see('json', 'Check that the address leads to the proxy, not to a sign-in page or the app’s own page.'),
    )
  }
  if (base.status < 300 && !linkOf(base)) {
    return fail('The JSON has no portal.', see('json', 'Answer { "customer_portal": { "url": … } }.'))
  }
  if (base.status < 300 && !/\bjson\b/i.test(headerOf(base, 'content-type'))) {
    return warn(
      'The portal is JSON, and Content-Type does not say so.',
      see('json', 'Send application/json.'),
    )
  }
  // The client sends JSON and nothing else, so only a bug of a host's own meets the other two.
  const seen = [base, probes?.signedOut].find(isBareError)
  const other = [probes?.malformed, probes?.contentType].find(isBareError)
  const without = seen ?? other
  if (without) {
    return (seen ? fail : warn)(
      `An error (${without.status}) is not the JSON envelope, so its reason and its fields are lost.`,
      see('json', 'Answer { "error": { "type", "message" }, "ok": false } for every error of these routes.'),
    )
  }
  return pass('Portals and errors are JSON.')
}

/** Whether a portal may be kept on the way. */
function judgeNoStore({ base, link, probes }: ProxyEvidence): Verdict {
  if (!link) return skip(NO_PORTAL)
  const others = [probes?.unknownTaken, probes?.unknownRefused, probes?.foreignCustomer]
  if (others.some((other) => other && linkOf(other)?.url === link.url)) {
    return fail(
      'Two requests got one and the same link, so something caches it.',
      see('no-store', 'Ask the vendor for every request, and send Cache-Control: no-store.'),
    )
  }
  return /(^|[\s,])no-store($|[\s,])/i.test(headerOf(base, 'cache-control'))
    ? pass('Cache-Control has no-store.')
    : fail(
        'Cache-Control lacks no-store, so a cache on the way may keep a link that opens doors.',
        see('no-store', 'Send Cache-Control: no-store with every answer.'),
      )
}

/** Whether an answer holds a key. The portal's own address is left out: its token belongs to the browser. */
function judgeKeyNotEchoed({ base, probes, pagePreflight }: ProxyEvidence): Verdict {
  const outcomes: (Outcome | undefined)[] = [base, pagePreflight, ...Object.values(probes ?? {})]
  const answers = outcomes.filter(
    (outcome): outcome is Answer => outcome !== undefined && 'status' in outcome,
  )
  const where = answers.find((answer) => holdsKey(answer))
  return where
    ? fail(
        `An answer (${where.status}) holds what looks like an API key.`,
        see(
          'key-not-echoed',
          'Answer with the link’s four fields only, and never with what was sent. Then renew the key.',
        ),
      )
    : pass(`No key in ${answers.length} ${answers.length === 1 ? 'answer' : 'answers'}.`)
}

// A client session token (seam_cst) stands in every portal's address. A customer's key may have any form.
const KEY = /\bseam_(?!cst|pk)[a-z\d]+_?\w{6,}|\bbearer\s+[\w.~+/-]{8,}/i

function holdsKey(answer: Answer): boolean {
  const { url, customer_key } = linkOf(answer) ?? {}
  let text = `${answer.text}\n${Object.values(answer.headers).join('\n')}`
  for (const own of [url, customer_key]) {
    if (typeof own === 'string' && own)
      text = text.replaceAll(JSON.stringify(own).slice(1, -1), '').replaceAll(own, '')
  }
  return KEY.test(text)
}

/** Whether an answer lets the page of an origin read it. */
function lets(answer: Answer, origin: string): boolean {
  return headerOf(answer, 'access-control-allow-origin').trim() === origin
}

/** Whether it is an error without the envelope. */
function isBareError(outcome: Outcome | undefined): outcome is Answer {
  return (
    outcome !== undefined &&
    'status' in outcome &&
    outcome.status >= 400 &&
    // These come from the protection against forged requests, before any route.
    ![403, 419, 422].includes(outcome.status) &&
    !isLimited(outcome) &&
    !isEnvelope(outcome.json)
  )
}

function isEnvelope(json: unknown): boolean {
  const error = (json as { error?: { type?: unknown; message?: unknown } } | null | undefined)?.error
  return typeof error?.type === 'string' && typeof error.message === 'string'
}

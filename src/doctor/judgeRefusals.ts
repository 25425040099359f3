import { headerOf } from './Answer'
import type { CheckId } from './CHECKS'
import { FOREIGN_CUSTOMER, FOREIGN_ORIGIN } from './examineProxy'
import { fail, pass, skip, type Verdict, warn } from './Finding'
import { linkOf } from './linkOf'
import { isLimited, type Outcome, type Probes } from './ProxyEvidence'
import { NO_PORTAL, see } from './see'

/** Judges what a proxy must refuse or ignore. Without probes there was no portal to compare with. */
export function judgeRefusals(probes: Probes | undefined) {
  const judge = (verdict: (probes: Probes) => Verdict, ...used: (keyof Probes)[]): Verdict => {
    if (!probes) return skip(NO_PORTAL)
    return used.some((name) => isLimited(probes[name]))
      ? skip('The proxy’s rate limit answered (429). Wait, and run the doctor again.')
      : verdict(probes)
  }
  return {
    'signed-out': judge(judgeSignedOut, 'signedOut'),
    'foreign-origin': judge(judgeForeignOrigin, 'foreignOrigin', 'foreignPreflight'),
    'foreign-customer': judge(judgeForeignCustomer, 'foreignCustomer'),
    method: judge(judgeMethod, 'method'),
    'content-type': judge(judgeContentType, 'contentType'),
    oversize: judge(judgeOversize, 'oversize'),
    malformed: judge(judgeMalformed, 'malformed'),
    'unknown-field': judge(judgeUnknownField, 'unknownTaken', 'unknownRefused'),
  }
}

function judgeSignedOut({ signedOut }: Probes): Verdict {
  const status = statusOf(signedOut)
  if (status === 401) return pass('Without a session it answers 401.')
  if (linkOf(signedOut)) {
    return fail(
      'Without a session it gives a portal to anybody.',
      see('signed-out', 'Look the user up first, and answer 401 when there is none.'),
    )
  }
  if (status >= 300 && status < 400) {
    return fail(
      `Without a session it redirects (${status}), which a page cannot follow.`,
      see('signed-out', 'Answer 401 with JSON on these routes, in place of the way to the sign-in page.'),
    )
  }
  if ([403, 419, 422].includes(status)) {
    return warn(
      `Without a session it answers ${status}, so the user does not read that they are signed out.`,
      see('signed-out', 'Answer 401. A check against forged requests may come before yours.'),
    )
  }
  return fail(
    `Without a session ${said(signedOut)}.`,
    see('signed-out', 'Answer 401 with the error envelope.'),
  )
}

function judgeForeignOrigin({ foreignOrigin, foreignPreflight, contentType }: Probes): Verdict {
  if (opens(foreignPreflight) || opens(foreignOrigin)) {
    return fail(
      'Access-Control-Allow-Origin lets the page of any site in.',
      see('foreign-origin', 'Name the origins of your own pages, one by one, and never the request’s.'),
    )
  }
  if (!linkOf(foreignOrigin)) return pass(`A page of another site is refused: ${said(foreignOrigin)}.`)
  const detail = 'A request that says that another site’s page sent it gets a portal.'
  const fix = see('foreign-origin', 'Refuse an Origin that is not yours, or ask for a token.')
  return linkOf(contentType)
    ? fail(detail, fix)
    : warn(`${detail} Only the content type keeps browsers from it.`, fix)
}

function judgeForeignCustomer({ foreignCustomer }: Probes): Verdict {
  const link = linkOf(foreignCustomer)
  const status = statusOf(foreignCustomer)
  if (!link) {
    return status >= 400 && status < 500
      ? pass(`The key ${FOREIGN_CUSTOMER} is refused: ${said(foreignCustomer)}.`)
      : warn(
          `With the key ${FOREIGN_CUSTOMER} ${said(foreignCustomer)}.`,
          see('foreign-customer', 'Take the customer from the session, and answer 403 for another.'),
        )
  }
  if (link.customer_key === FOREIGN_CUSTOMER) {
    return fail(
      `The key ${FOREIGN_CUSTOMER} was accepted, so any user can open any customer’s portal. A customer of that name may exist now.`,
      see(
        'foreign-customer',
        'Replace customer_data with the session’s customer. Never merge the body into yours.',
      ),
    )
  }
  return typeof link.customer_key === 'string'
    ? pass(`The key ${FOREIGN_CUSTOMER} was replaced by the session’s customer.`)
    : warn(
        `The key ${FOREIGN_CUSTOMER} got a portal, and the answer does not say whose.`,
        see('foreign-customer', 'Pass customer_key on in the answer, so that it can be checked.'),
      )
}

function judgeMethod({ method }: Probes): Verdict {
  if ([404, 405].includes(statusOf(method))) return pass(`GET is refused: ${said(method)}.`)
  const fix = see('method', 'Let the route take POST only.')
  return linkOf(method)
    ? fail('GET makes a portal, so any link or picture can make one.', fix)
    : warn(`To GET ${said(method)}, and neither 404 nor 405.`, fix)
}

function judgeContentType({ contentType }: Probes): Verdict {
  return linkOf(contentType)
    ? fail(
        'A body sent as text/plain gets a portal, and the form of any site can send that.',
        see('content-type', 'Answer 415 to anything but application/json.'),
      )
    : refused('content-type', contentType, 'A body sent as text/plain', 'Answer 415.')
}

function judgeOversize({ oversize }: Probes): Verdict {
  const fix = 'Answer 413 to a body of more than 64 KiB.'
  return linkOf(oversize)
    ? warn('A body of 256 KiB is taken.', see('oversize', fix))
    : refused('oversize', oversize, 'A body of 256 KiB', fix)
}

function judgeMalformed({ malformed }: Probes): Verdict {
  return linkOf(malformed)
    ? fail(
        'A body that is not JSON gets a portal, so the proxy does not read what the page asks for.',
        see('malformed', 'Read the body as JSON, and copy the fields that a page may choose.'),
      )
    : refused('malformed', malformed, 'A body that is not JSON', 'Answer 400.')
}

function judgeUnknownField({ unknownTaken, unknownRefused }: Probes): Verdict {
  const isTaken = linkOf(unknownTaken) !== undefined
  if (isTaken && linkOf(unknownRefused)) return pass('A field that the contract does not know is dropped.')
  if (isTaken && 'status' in unknownRefused) {
    return fail(
      'A field that the contract does not know reaches the vendor, which judged its value.',
      see(
        'unknown-field',
        'Build the vendor’s body from names that you know. Never merge the browser’s into it.',
      ),
    )
  }
  const outcome = isTaken ? unknownRefused : unknownTaken
  return refused(
    'unknown-field',
    outcome,
    'A field that the contract does not know',
    'Drop it, or answer 400.',
  )
}

/** A pass for a refusal in the 400s. What is too large may break the connection, which only costs its reason. */
function refused(id: CheckId, outcome: Outcome, what: string, fix: string): Verdict {
  const status = statusOf(outcome)
  if (status >= 400 && status < 500) return pass(`${what} is refused: ${said(outcome)}.`)
  const verdict = id === 'oversize' ? warn : fail
  return verdict(`${what} is not refused: ${said(outcome)}.`, see(id, fix))
}

function opens(outcome: Outcome): boolean {
  if ('failure' in outcome) return false
  const allowed = headerOf(outcome, 'access-control-allow-origin').trim()
  return allowed === FOREIGN_ORIGIN || allowed === '*' || allowed === 'null'
}

function statusOf(outcome: Outcome): number {
  return 'status' in outcome ? outcome.status : 0
}

function said(outcome: Outcome): string {
  return 'status' in outcome ? `it answers ${outcome.status}` : `there is no answer (${outcome.failure})`
}

import { CHECKS, type CheckId } from './CHECKS'
import { fail, type Finding, pass, skip, type Verdict } from './Finding'
import { isLoopback } from './isLoopback'
import { judgeAnswers } from './judgeAnswers'
import { judgeLink } from './judgeLink'
import { judgePage } from './judgePage'
import { judgeRefusals } from './judgeRefusals'
import type { PageEvidence } from './PageEvidence'
import type { ProxyEvidence } from './ProxyEvidence'
import type { DoctorArguments } from './readArguments'
import { see } from './see'

/** Judges what was seen: one finding for each check, in the order of the checks. */
export function judgeEvidence(
  proxy: ProxyEvidence,
  page: PageEvidence | undefined,
  asked: DoctorArguments,
): Finding[] {
  const { url, link, probes } = proxy
  const { portalOrigins } = asked
  const verdicts: Record<CheckId, Verdict> = {
    ...judgeAnswers(proxy),
    ...judgeRefusals(probes),
    ...judgeLink(proxy, portalOrigins),
    ...judgePage(page, { proxy: url, link, portalOrigins }),
    https: judgeHttps(asked),
  }
  // Without a session the first request was the one that this check is about.
  if (!proxy.hasSession && proxy.base.status === 401) {
    verdicts['signed-out'] = pass('Without a session it answers 401.')
  }
  return CHECKS.map((id) => ({ id, ...verdicts[id] }))
}

function judgeHttps({ proxy, page }: DoctorArguments): Verdict {
  const outside = (page ? [proxy, page] : [proxy]).filter((url) => !isLoopback(url))
  if (outside.length === 0) return skip('Everything is on this machine.')
  const plain = outside.find(({ protocol }) => protocol === 'http:')
  return plain
    ? fail(
        `${plain.origin} is plain http, so anybody on the way reads the link that opens doors.`,
        see('https', 'Serve it over https, and redirect http.'),
      )
    : pass('Everything is https.')
}

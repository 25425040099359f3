import { headerOf } from './Answer'
import { CallFailure, type Caller } from './createCaller'
import type { PageEvidence } from './PageEvidence'

const MAX_REDIRECTS = 3

/** Loads the page as a signed-out user does, and follows its redirects on its own origin. */
export async function examinePage(call: Caller, page: URL): Promise<PageEvidence> {
  let url = page
  for (let redirects = 0; ; redirects += 1) {
    try {
      const outcome = await call({
        url,
        method: 'GET',
        // Half of a packed page could not be unpacked.
        headers: { accept: 'text/html,*/*', 'accept-encoding': 'identity' },
        takesBeginning: true,
      })
      const location = headerOf(outcome, 'location')
      const isRedirect = outcome.status >= 300 && outcome.status < 400 && URL.canParse(location, url.href)
      if (!isRedirect || redirects === MAX_REDIRECTS) return { url, outcome, isElsewhere: false }
      const next = new URL(location, url)
      if (next.origin !== page.origin) return { url, outcome, isElsewhere: true }
      url = next
    } catch (error) {
      if (error instanceof CallFailure && !error.isFinal) {
        return { url, outcome: { failure: error.message }, isElsewhere: false }
      }
      throw error
    }
  }
}

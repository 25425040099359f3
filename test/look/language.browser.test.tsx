import { expect, it } from 'vitest'
import { loadWords } from '../support/loadWords'
import { createPages, enter } from './enter'
import { DialogStage, InlineStages, LauncherStages } from './Stage'
import { STATES } from './STATES'

/** A launcher's label is the host's, in the language of its page, unless it gives none. */
const OURS =
  '[data-seam-portal]:not([data-seam-portal=launcher]), [data-seam-portal] *:not([data-seam-portal=launcher])'

it('names the language of its words on a page in another', async () => {
  document.documentElement.lang = 'en'
  await loadWords('de-DE')
  const props = { pages: await createPages(), provider: { locale: 'de' } }
  const shown = [
    <div key="page">
      <LauncherStages {...props} />
      <InlineStages {...props} />
    </div>,
    ...STATES.map((state) => <DialogStage key={state} {...props} state={state} presentation="dialog" />),
  ]
  for (const ui of shown) {
    const { unmount } = await enter(ui)
    expect([...document.querySelectorAll(OURS)].flatMap(foreign)).toEqual([])
    unmount()
  }
})

/** The words of a part that a voice for English would read. */
function foreign(part: Element): string[] {
  const own = [...part.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
  const said = [own.map(({ textContent }) => textContent).join(' '), part.ariaLabel ?? ''].join(' ').trim()
  const { lang } = part.closest<HTMLElement>('[lang]') ?? document.documentElement
  return said && lang !== 'de-DE' ? [`${part.getAttribute('data-seam-portal')}: ${said}`] : []
}

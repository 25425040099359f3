import type { ReactElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { DialogStage, InlineStage, LauncherStages, type Pages } from '../test/look/Stage'
import { isAgain, LAUNCHERS, STATES, type StateName, statusBefore, statusOf } from '../test/look/STATES'

/** The settings from the script that takes the pictures. */
interface Asked {
  presentation: 'launcher' | 'inline' | 'dialog' | 'drawer'
  state: StateName
  locale: string
  pages: Pages
}

const host = document.querySelector('#app')
if (!host) throw new Error('The page has no #app.')
const app = host
let root: Root | undefined

/** Shows one state and nothing else. */
function show({ presentation, state, locale, pages }: Asked): void {
  root?.unmount()
  root = createRoot(app)
  const props = { pages, provider: { locale } }
  const stages: Record<Asked['presentation'], () => ReactElement> = {
    launcher: () => (
      <div className="launchers">
        <LauncherStages {...props} />
      </div>
    ),
    inline: () => <InlineStage {...props} state={state} />,
    dialog: () => <DialogStage {...props} state={state} presentation="dialog" />,
    drawer: () => <DialogStage {...props} state={state} presentation="drawer" />,
  }
  root.render(stages[presentation]())
}

Object.assign(window, { show, STATES, LAUNCHERS, statusBefore, statusOf, isAgain })

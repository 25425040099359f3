import { StrictMode, useState } from 'react'
import { flushSync } from 'react-dom'
import { draw } from './draw.jsx'

/**
 * Renders a page in StrictMode. `window.disturb` renders it again, reorders its parts, or closes the portal.
 */
export function mountStay(Subject) {
  function Page() {
    const [state, setState] = useState({ tick: 0, turned: false, open: true })
    window.disturb = (change) => flushSync(() => setState((before) => ({ ...before, ...change })))
    const parts = [
      <p key="beside">Beside it</p>,
      <Subject key="portal" tick={state.tick} open={state.open} />,
    ]
    return state.turned ? parts.toReversed() : parts
  }
  draw(
    <StrictMode>
      <Page />
    </StrictMode>,
  )
}

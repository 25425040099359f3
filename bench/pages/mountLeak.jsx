import { useState } from 'react'
import { flushSync } from 'react-dom'
import { draw } from './draw.jsx'

/** Renders a page that mounts and unmounts a subject with `window.show`. */
export function mountLeak(Subject) {
  function Page() {
    const [shown, setShown] = useState(false)
    window.show = (next) => flushSync(() => setShown(next))
    return shown && <Subject />
  }
  draw(<Page />)
}

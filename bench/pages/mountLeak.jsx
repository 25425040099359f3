import { useState } from 'react'
import { flushSync } from 'react-dom'
import { draw } from './draw.jsx'

/** Draws a page that shows and takes away a subject through `window.show`. */
export function mountLeak(Subject) {
  function Page() {
    const [shown, setShown] = useState(false)
    window.show = (next) => flushSync(() => setShown(next))
    return shown && <Subject />
  }
  draw(<Page />)
}

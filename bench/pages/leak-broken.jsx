import { useEffect } from 'react'
import { mountLeak } from './mountLeak.jsx'

/** Broken on purpose: it never removes its listeners, timers and observers. */
function Leaking() {
  useEffect(() => {
    window.addEventListener('message', () => {})
    setInterval(() => {}, 1000)
    new ResizeObserver(() => {}).observe(document.body)
    document.body.append(document.createElement('iframe'))
  }, [])
  return null
}

mountLeak(Leaking)

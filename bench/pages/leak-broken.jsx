import { useEffect } from 'react'
import { mountLeak } from './mountLeak.jsx'

/** Broken on purpose: nothing that it starts is ever stopped. */
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

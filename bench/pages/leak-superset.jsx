import { useEffect, useRef } from 'react'
import { embedSuperset } from './embedSuperset.js'
import { mountLeak } from './mountLeak.jsx'

mountLeak(() => {
  const place = useRef(null)
  useEffect(() => {
    const embedded = embedSuperset(place.current)
    return () => void embedded.then(({ unmount }) => unmount())
  }, [])
  return <div ref={place} />
})

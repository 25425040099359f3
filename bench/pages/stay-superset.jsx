import { useEffect, useRef } from 'react'
import { embedSuperset } from './embedSuperset.js'
import { mountStay } from './mountStay.jsx'

function Superset() {
  const place = useRef(null)
  useEffect(() => {
    const embedded = embedSuperset(place.current)
    return () => void embedded.then(({ unmount }) => unmount())
  }, [])
  return <div ref={place} />
}

mountStay(({ open }) => open && <Superset />)

import { useRef } from 'react'
import { draw } from './draw.jsx'
import { embedSuperset } from './embedSuperset.js'

function Page() {
  const place = useRef(null)
  return (
    <>
      <button type="button" onClick={() => void embedSuperset(place.current)}>
        Open
      </button>
      <div id="place" ref={place} />
      <style>{'#place iframe { width: 900px; height: 600px }'}</style>
    </>
  )
}

draw(<Page />)

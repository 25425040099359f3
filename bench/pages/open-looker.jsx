import { LookerEmbedSDK } from '@looker/embed-sdk'
import { useRef } from 'react'
import { draw } from './draw.jsx'

LookerEmbedSDK.init(window.facts.vendor, '/api/signed-url')

function Page() {
  const place = useRef(null)
  const handleClick = () => {
    LookerEmbedSDK.createDashboardWithUrl(`${window.facts.vendor}/embed/dashboards/1`)
      .appendTo(place.current)
      .build()
      .connect()
      .catch(() => {})
  }
  return (
    <>
      <button type="button" onClick={handleClick}>
        Open
      </button>
      <div id="place" ref={place} />
      <style>{'#place iframe { width: 900px; height: 600px }'}</style>
    </>
  )
}

draw(<Page />)

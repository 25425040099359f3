import { useState } from 'react'
import { draw } from './draw.jsx'
import { useAddress } from './useAddress.js'

function Page() {
  const [open, setOpen] = useState(false)
  const url = useAddress(open)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {url && <iframe title="Portal" src={url} width="900" height="600" />}
    </>
  )
}

draw(<Page />)

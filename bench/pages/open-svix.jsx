import { useState } from 'react'
import { AppPortal } from 'svix-react'
import 'svix-react/style.css'
import { askForPortal } from './askForPortal.js'
import { draw } from './draw.jsx'

function Page() {
  const [url, setUrl] = useState()
  return (
    <>
      <button type="button" onClick={() => askForPortal().then(setUrl)}>
        Open
      </button>
      {url && <AppPortal url={url} />}
    </>
  )
}

draw(<Page />)

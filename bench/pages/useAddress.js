import { useEffect, useState } from 'react'
import { askForPortal } from './askForPortal.js'

/** Fetches a portal's address in an effect, once it is needed. */
export function useAddress(wanted) {
  const [url, setUrl] = useState()
  useEffect(() => {
    if (wanted) askForPortal().then(setUrl)
  }, [wanted])
  return url
}

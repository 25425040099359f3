import { mountStay } from './mountStay.jsx'
import { useAddress } from './useAddress.js'

function Naive() {
  const url = useAddress(true)
  return url && <iframe title="Portal" src={url} width="900" height="400" onLoad={() => {}} />
}

mountStay(({ open }) => open && <Naive />)

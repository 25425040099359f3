import { mountStay } from './mountStay.jsx'
import { useAddress } from './useAddress.js'

/** Broken on purpose: its address changes at every render. */
function ChangingSrc({ tick }) {
  const url = useAddress(true)
  return url && <iframe title="Portal" src={`${url}&tick=${tick}`} />
}

mountStay(({ tick }) => <ChangingSrc tick={tick} />)

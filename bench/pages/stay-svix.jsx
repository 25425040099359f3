import { AppPortal } from 'svix-react'
import { mountStay } from './mountStay.jsx'
import { useAddress } from './useAddress.js'

function Svix({ tick }) {
  const url = useAddress(true)
  return url && <AppPortal url={url} style={{ opacity: 1 - tick / 1000 }} />
}

mountStay(({ open, tick }) => open && <Svix tick={tick} />)

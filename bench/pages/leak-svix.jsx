import { AppPortal } from 'svix-react'
import { mountLeak } from './mountLeak.jsx'
import { useAddress } from './useAddress.js'

mountLeak(() => {
  const url = useAddress(true)
  return url && <AppPortal url={url} />
})

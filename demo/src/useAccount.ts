import { useEffect, useState } from 'react'
import type { Account, VendorMode } from '../data/Account'

/** The signed-in user, and functions to sign in and out. */
export interface AccountState {
  /** Undefined until the server has answered, null when the user is signed out. */
  account: Account | null | undefined
  /** Signs in to a customer, by default the first. A signed-in user switches to that customer. */
  signIn: (customer_key?: string) => void
  signOut: () => void
  /** Cancels a reservation in the dashboard. Its access is another matter. */
  cancel: (code: string) => Promise<void>
  setMode: (mode: VendorMode) => Promise<void>
}

// Requested once, while React is still starting.
const first = call('GET', '/api/session')

/** Reads the signed-in user from the dashboard's server. The session is in a cookie that no script can read. */
export function useAccount(): AccountState {
  const [account, setAccount] = useState<Account | null>()
  useEffect(() => {
    void first.then(setAccount)
  }, [])
  return {
    account,
    signIn: (customer_key) => void call('POST', '/api/session', { customer_key }).then(setAccount),
    signOut: () => void call('DELETE', '/api/session').then(setAccount),
    async cancel(code) {
      setAccount(await call('POST', '/api/cancel', { code }))
    },
    async setMode(mode) {
      await call('POST', '/api/mode', { mode })
      // The policy for frames is fixed when the page loads.
      if (mode === 'blocked' || account?.mode === 'blocked') location.reload()
      else setAccount((before) => before && { ...before, mode })
    },
  }
}

async function call(method: string, path: string, body?: object): Promise<Account | null> {
  const response = await fetch(path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`The server answered ${method} ${path} with ${response.status}.`)
  return (await response.json()) as Account | null
}

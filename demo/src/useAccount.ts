import { useEffect, useState } from 'react'
import type { Account, Mood } from '../data/Account'

/** Who is signed in, and how to change that. */
export interface AccountState {
  /** Undefined until the server has said it, null when nobody is. */
  account: Account | null | undefined
  /** Signs in to a customer, the first one unless said; switches when somebody is signed in already. */
  signIn: (customer_key?: string) => void
  signOut: () => void
  setMood: (mood: Mood) => Promise<void>
}

// Asked once, while React is still starting.
const first = call('GET', '/api/session')

/** Asks the dashboard's server who is signed in. The session is a cookie that no script can read. */
export function useAccount(): AccountState {
  const [account, setAccount] = useState<Account | null>()
  useEffect(() => {
    void first.then(setAccount)
  }, [])
  return {
    account,
    signIn: (customer_key) => void call('POST', '/api/session', { customer_key }).then(setAccount),
    signOut: () => void call('DELETE', '/api/session').then(setAccount),
    async setMood(mood) {
      await call('POST', '/api/mood', { mood })
      // What a page may frame is settled when it is loaded.
      if (mood === 'blocked' || account?.mood === 'blocked') location.reload()
      else setAccount((before) => before && { ...before, mood })
    },
  }
}

async function call(method: string, path: string, body?: object): Promise<Account | null> {
  const response = await fetch(path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}.`)
  return (await response.json()) as Account | null
}

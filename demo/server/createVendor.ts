import { createSandbox, type Sandbox } from '../../src/sandbox/index'
import { CUSTOMERS } from '../data/CUSTOMERS'
import type { Mood } from '../data/Account'
import { toCustomerData } from '../data/toCustomerData'
import type { CallLog } from './createCallLog'

/** A sandbox vendor in a mood. */
export interface Vendor {
  fetch: Sandbox['fetch']
  mood: Mood
  setMood: (mood: Mood) => void
}

/** Long enough to see the notice that comes after eight seconds, in milliseconds. */
const SLOW_PAGE = 10_000

/** Makes the sandbox vendor with the dashboard's customers in it, and writes down every request it gets. */
export function createVendor(portalOrigin: string, log: CallLog): Vendor {
  const sandbox = createSandbox({ portalOrigin, seed: CUSTOMERS.map(toCustomerData) })
  const vendor: Vendor = {
    mood: 'normal',
    async fetch(request) {
      const started = performance.now()
      const { method, url } = request
      const path = new URL(url).pathname
      if (vendor.mood === 'slow' && path.startsWith('/portals/')) {
        await new Promise((resolve) => setTimeout(resolve, SLOW_PAGE))
      }
      const response = await sandbox.fetch(request)
      log.add({ to: 'vendor', method, path, status: response.status, duration: performance.now() - started })
      return response
    },
    setMood(mood) {
      vendor.mood = mood
      sandbox.heal()
      if (mood === 'slow') sandbox.fail('slow', { ms: 1500 })
      if (mood === 'down') sandbox.fail('bad_gateway')
      if (mood === 'expired') sandbox.fail('expires_soon', { ms: 10_000 })
    },
  }
  return vendor
}

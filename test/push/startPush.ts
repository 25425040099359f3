import { createPortalClient } from '../../src/client/index'
import type { PushClient } from '../../src/push/index'
import { createSandbox, type Sandbox } from '../../src/sandbox/index'
import { createPortalHandler } from '../../src/server/index'
import type { CustomerData } from '../../src/schemas/index'

/** Everything between a push and the vendor, for real, and what went over the wire. */
export interface PushStage {
  client: PushClient
  sandbox: Sandbox
  /** The bodies that reached the handler, in their order. */
  bodies: CustomerData[]
  /** The customer's records as the vendor has them. */
  stored: (customerKey?: string) => CustomerData
}

/** Starts a vendor, our handler in front of it, and our client in front of that. */
export function startPush(customerKeys: string | string[] = 'harbour'): PushStage {
  const sandbox = createSandbox()
  const bodies: CustomerData[] = []
  const handler = createPortalHandler({
    apiKey: 'seam_test_sandbox',
    fetch: sandbox.fetch,
    authorize: () => ({ customer_key: customerKeys, allow: { push_data: true } }),
  })
  const client = createPortalClient({
    endpoint: 'https://app.test/api/seam',
    fetch: async (request) => {
      bodies.push((await request.clone().json()) as CustomerData)
      return handler(request)
    },
  })
  return {
    client,
    sandbox,
    bodies,
    stored: (key = 'harbour') =>
      sandbox.customers().find(({ customer_key }) => customer_key === key)?.data ?? { customer_key: key },
  }
}

/** Makes reservations that name nobody and nothing. */
export function reservations(count: number, from = 0): { reservation_key: string; name: string }[] {
  return Array.from({ length: count }, (_, at) => ({
    reservation_key: `R-${from + at}`,
    name: `Stay ${from + at}`,
  }))
}

import { createPortalClient, type PortalClient } from '../../src/client/index'
import type { PushProgressState } from '../../src/push/index'
import { createSandbox, type Sandbox } from '../../src/sandbox/index'
import type { CustomerData } from '../../src/schemas/index'
import { createPortalHandler } from '../../src/server/index'

/** What happens to a request on its way: nothing, an answer in the backend's place, or a failure of the network. */
export type Accident = (
  request: Request,
  body: CustomerData,
  deliver: () => Promise<Response>,
) => Promise<Response>

/** Everything between a push and the vendor, for real, and what went over the wire. */
export interface PushStage {
  client: PortalClient
  sandbox: Sandbox
  /** The bodies of all requests, in order. */
  bodies: CustomerData[]
  /** What happens to the next requests, one each; after that nothing does. */
  accidents: Accident[]
  /** How often each record's request was answered with a success, by key. */
  answered: Map<string, number>
  /** The customer's records as the vendor has them. */
  stored: (customerKey?: string) => CustomerData
}

/** Starts a vendor, our handler in front of it, and our client in front of that. */
export function startPush(customerKeys: string | string[] = 'harbour'): PushStage {
  const sandbox = createSandbox()
  const bodies: CustomerData[] = []
  const accidents: Accident[] = []
  const answered = new Map<string, number>()
  const handler = createPortalHandler({
    apiKey: 'seam_test_sandbox',
    fetch: sandbox.fetch,
    authorize: () => ({ customer_key: customerKeys, allow: { push_data: true, delete_data: () => true } }),
  })
  const client = createPortalClient({
    endpoint: 'https://app.test/api/seam',
    fetch: async (request) => {
      const body = (await request.clone().json()) as CustomerData
      bodies.push(body)
      const accident = accidents.shift()
      const response = await (accident ? accident(request, body, () => handler(request)) : handler(request))
      if (response.ok && response.headers.get('content-type')?.startsWith('application/json')) {
        for (const { key } of recordsIn(body)) answered.set(key, (answered.get(key) ?? 0) + 1)
      }
      return response
    },
  })
  return {
    client,
    sandbox,
    bodies,
    accidents,
    answered,
    stored: (key = 'harbour') =>
      sandbox.customers().find(({ customer_key }) => customer_key === key)?.data ?? { customer_key: key },
  }
}

/** Lists the records of a body: list and key. */
export function recordsIn(body: CustomerData): { list: string; key: string }[] {
  return Object.entries(body).flatMap(([list, records]) =>
    Array.isArray(records)
      ? (records as (object | string)[]).map((record) => ({
          list,
          key:
            typeof record === 'string'
              ? record
              : String(Object.entries(record).find(([name]) => name.endsWith('_key'))?.[1]),
        }))
      : [],
  )
}

/** Answers in the backend's place. */
export function answer(
  status: number,
  type: string,
  more: object = {},
  headers: Record<string, string> = {},
): Accident {
  return async () =>
    Response.json({ error: { type, message: `As told: ${type}`, ...more }, ok: false }, { status, headers })
}

/** Breaks the connection before the backend saw anything. */
export const breakOff: Accident = async () => {
  throw new TypeError('Failed to fetch')
}

/** Lets the backend work, and loses its answer. */
export const loseAnswer: Accident = async (_request, _body, deliver) => {
  await deliver()
  throw new TypeError('Failed to fetch')
}

/** Makes reservations that name nobody and nothing. */
export function reservations(count: number, from = 0): { reservation_key: string; name: string }[] {
  return Array.from({ length: count }, (_, at) => ({
    reservation_key: `R-${from + at}`,
    name: `Stay ${from + at}`,
  }))
}

/** One customer with that many reservations. */
export function harbour(count: number): CustomerData & { reservations: ReturnType<typeof reservations> } {
  return { customer_key: 'harbour', reservations: reservations(count) }
}

/** Keeps everything a run tells. */
export function watch(): { seen: PushProgressState[]; onProgress: (state: PushProgressState) => void } {
  const seen: PushProgressState[] = []
  return { seen, onProgress: (state) => void seen.push(state) }
}

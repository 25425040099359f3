import { createSandbox } from '../../src/sandbox/index'
import {
  createPortalHandler,
  type PortalGrant,
  type PortalHandlerEvent,
  type PortalHandlerOptions,
} from '../../src/server/index'
import { throughEntry } from './handlerEntry'

/** A request that reached the vendor. */
interface SentRequest {
  method: string
  url: string
  headers: Record<string, string>
  body: Record<string, unknown>
}

type Answer = (request: Request) => Response | Promise<Response>

interface ProxyOptions extends Partial<Omit<PortalHandlerOptions, 'apiKey' | 'authorize'>> {
  grant?: PortalGrant | null | false
  authorize?: PortalHandlerOptions['authorize']
  vendor?: Answer
}

/** A handler in front of a sandbox, or of a vendor of the test. It records every request. */
export function startProxy({ grant = { customer_key: 'hotel_1' }, vendor, ...rest }: ProxyOptions = {}) {
  const sandbox = createSandbox()
  const sent: SentRequest[] = []
  const events: PortalHandlerEvent[] = []
  const handler = throughEntry(
    createPortalHandler({
      apiKey: 'seam_test_sandbox',
      authorize: () => grant,
      onEvent: (event) => {
        events.push(event)
      },
      fetch: async (request) => {
        const { method, url, headers } = request
        const body = (await request.clone().json()) as Record<string, unknown>
        sent.push({ method, url, headers: Object.fromEntries(headers), body })
        return (vendor ?? sandbox.fetch)(request)
      },
      ...rest,
    } as PortalHandlerOptions),
  )

  /** Sends a body to an operation, as the host's page does. Returns the answer. */
  const ask = (path: string, body: unknown = {}, init: RequestInit = {}) =>
    handler(
      new Request(`https://app.example.com/api/seam/customers/${path}`, {
        method: 'POST',
        body:
          typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
        ...init,
        headers: {
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          ...(init.headers as Record<string, string> | undefined),
        },
      }),
    )

  return { handler, ask, sandbox, sent, events }
}

/** An answer to create_portal in the vendor's form. */
export function portalAnswer(link: Record<string, unknown> = {}): Response {
  return Response.json({
    customer_portal: { url: 'https://se.am/1', customer_key: 'hotel_1', ...link },
    ok: true,
  })
}

/** Returns the error of a refused request: its status and the content of its envelope. */
export async function refusalOf(response: Response) {
  const { error } = (await response.json()) as {
    error: { type: string; message: string; validation_errors?: Record<string, unknown> }
  }
  return { status: response.status, ...error }
}

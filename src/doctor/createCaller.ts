import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Answer } from './Answer'
import { decodeAnswer } from './decodeAnswer'
import { describeFailure } from './describeFailure'

/** How much the doctor may ask of a server. */
export interface DoctorLimits {
  /** Requests in all. */
  requests: number
  /** Milliseconds in all. */
  total: number
  /** Milliseconds for one answer. */
  each: number
  /** Bytes of one answer's body. */
  bytes: number
}

/** One request of the doctor's. */
export interface Call {
  url: URL
  method?: 'GET' | 'OPTIONS' | 'POST'
  headers?: Record<string, string>
  body?: string | undefined
  /** A body that is too long is cut, and its beginning is the answer. */
  takesBeginning?: boolean
}

/** Sends one request. Throws a `CallFailure` when no whole answer arrives. */
export type Caller = (call: Call) => Promise<Answer>

/** Why there is no answer, in a sentence. `isFinal`: no further request may be sent. */
export class CallFailure extends Error {
  override name = 'CallFailure'
  readonly isFinal: boolean

  constructor(sentence: string, isFinal = false) {
    super(sentence)
    this.isFinal = isFinal
  }
}

export const DOCTOR_LIMITS: DoctorLimits = { requests: 30, total: 60_000, each: 15_000, bytes: 256 * 1024 }

/** Makes the one function that sends the doctor's requests. It follows no redirect and keeps to the limits. */
export function createCaller(limits: DoctorLimits): Caller {
  const started = performance.now()
  let sent = 0
  return async function call(asked) {
    const left = limits.total - (performance.now() - started)
    if (left <= 0) {
      throw new CallFailure(
        `The doctor stops after ${limits.total / 1000} seconds: the server is too slow.`,
        true,
      )
    }
    if (sent >= limits.requests) throw new CallFailure(`The doctor stops after ${sent} requests.`, true)
    sent += 1
    return exchange(asked, Math.min(limits.each, left), limits.bytes)
  }
}

function exchange(
  { url, method = 'POST', headers, body, takesBeginning = false }: Call,
  ms: number,
  maxBytes: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const outgoing = send(url, {
      method,
      agent: false,
      headers: {
        'user-agent': 'react-seam-portal-doctor',
        'accept-encoding': 'gzip, deflate, br',
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      },
    })
    const giveUp = (sentence: string) => {
      settle(() => reject(new CallFailure(sentence)))
      outgoing.destroy()
    }
    const timer = setTimeout(() => giveUp(`No whole answer came within ${ms / 1000} seconds.`), ms)
    const settle = (how: () => void) => {
      clearTimeout(timer)
      how()
    }
    let response: IncomingMessage | undefined
    outgoing.on('response', (incoming) => {
      response = incoming
      const chunks: Buffer[] = []
      let bytes = 0
      incoming.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        bytes += chunk.byteLength
        if (bytes <= maxBytes) return
        if (takesBeginning) {
          settle(() => resolve(decodeAnswer(incoming, Buffer.concat(chunks))))
          outgoing.destroy()
        } else giveUp(`The answer has more than ${maxBytes / 1024} KiB and does not end.`)
      })
      incoming.on('end', () => settle(() => resolve(decodeAnswer(incoming, Buffer.concat(chunks)))))
      incoming.on('error', () => giveUp('The connection broke before the end of the answer.'))
    })
    outgoing.on('error', (error) => {
      // A server that refuses a long body answers and closes while the body is still on its way.
      if (!response) giveUp(describeFailure(error, url))
    })
    outgoing.end(body)
  })
}

import { randomUUID } from 'node:crypto'

/** Somebody who is signed in. */
export interface Session {
  /** Who it is, for the audit trail. */
  readonly user: string
  /** The customers they may work for. */
  readonly memberOf: readonly string[]
  /** The one they work for now. */
  customer_key: string
}

/** Who is signed in, by cookie. */
export interface Sessions {
  /** The session a request belongs to. */
  find: (request: Request) => Session | undefined
  /** Whether the request is a browser's first: it was neither signed in nor signed out before. */
  isNew: (request: Request) => boolean
  /** Signs somebody in, and gives the cookie that says so. */
  begin: (session: Session) => string
  /** Signs the request's session out, and gives the cookie that says so. */
  end: (request: Request) => string
}

const SIGNED_OUT = 'signed-out'

/** Keeps sessions in memory, under ids that nobody can guess. */
export function createSessions(): Sessions {
  const sessions = new Map<string, Session>()
  return {
    find: (request) => sessions.get(idOf(request) ?? ''),
    isNew(request) {
      const id = idOf(request)
      return id !== SIGNED_OUT && !sessions.has(id ?? '')
    },
    begin(session) {
      const id = randomUUID()
      sessions.set(id, session)
      return cookie(id)
    },
    end(request) {
      sessions.delete(idOf(request) ?? '')
      return cookie(SIGNED_OUT)
    },
  }
}

// HttpOnly: no script can read it. SameSite: no other site's page can use it. A real product adds Secure.
function cookie(id: string): string {
  return `session=${id}; Path=/; HttpOnly; SameSite=Lax`
}

function idOf(request: Request): string | undefined {
  return /(?:^|;\s*)session=([^;]*)/.exec(request.headers.get('cookie') ?? '')?.[1]
}

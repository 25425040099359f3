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

/** A request's Cookie header. */
type Cookies = string | null | undefined

/** Who is signed in, by cookie. */
export interface Sessions {
  /** The session a request belongs to. */
  find: (cookies: Cookies) => Session | undefined
  /** Whether the browser is new here: it was neither signed in nor signed out before. */
  isNew: (cookies: Cookies) => boolean
  /** Signs somebody in, and gives the cookie that says so. */
  begin: (session: Session) => string
  /** Ends the session a request belongs to, and gives the cookie that says so. */
  end: (cookies: Cookies) => string
}

const SIGNED_OUT = 'signed-out'

/** Keeps sessions in memory, under ids that nobody can guess. */
export function createSessions(): Sessions {
  const sessions = new Map<string, Session>()
  return {
    find: (cookies) => sessions.get(idOf(cookies)),
    isNew(cookies) {
      const id = idOf(cookies)
      return id !== SIGNED_OUT && !sessions.has(id)
    },
    begin(session) {
      const id = randomUUID()
      sessions.set(id, session)
      return cookie(id)
    },
    end(cookies) {
      sessions.delete(idOf(cookies))
      return cookie(SIGNED_OUT)
    },
  }
}

// HttpOnly: no script can read it. SameSite: no other site's page can use it. A real product adds Secure.
function cookie(id: string): string {
  return `session=${id}; Path=/; HttpOnly; SameSite=Lax`
}

function idOf(cookies: Cookies): string {
  return /(?:^|;\s*)session=([^;]*)/.exec(cookies ?? '')?.[1] ?? ''
}

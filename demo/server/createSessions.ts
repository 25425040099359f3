import { randomUUID } from 'node:crypto'

/** The session of a signed-in user. */
export interface Session {
  /** The user's name, for the audit log. */
  readonly user: string
  /** The customers that the user may open. */
  readonly memberOf: readonly string[]
  /** The current customer. */
  customer_key: string
}

/** A request's Cookie header. */
type Cookies = string | null | undefined

/** The sessions, found by cookie. */
export interface Sessions {
  /** Returns the session of a request. */
  find: (cookies: Cookies) => Session | undefined
  /** Whether the browser is new: the user has never signed in or out in it. */
  isNew: (cookies: Cookies) => boolean
  /** Signs a user in, and returns the cookie to set. */
  begin: (session: Session) => string
  /** Ends the session of a request, and returns the cookie to set. */
  end: (cookies: Cookies) => string
}

const SIGNED_OUT = 'signed-out'

/** Keeps sessions in memory, under random ids. */
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

// HttpOnly: no script can read it. SameSite: no page of another site can use it. A real product adds Secure.
function cookie(id: string): string {
  return `session=${id}; Path=/; HttpOnly; SameSite=Lax`
}

function idOf(cookies: Cookies): string {
  return /(?:^|;\s*)session=([^;]*)/.exec(cookies ?? '')?.[1] ?? ''
}

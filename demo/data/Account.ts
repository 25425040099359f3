/** What the dashboard's server tells the browser about whoever is signed in, and nothing about anybody else. */
export interface Account {
  /** The customer that is being worked for. */
  customer: { key: string; name: string }
  /** All customers this user may work for. */
  customers: readonly { key: string; name: string }[]
  properties: readonly Property[]
  reservations: readonly Reservation[]
  /** Where portals may be; undefined when it is where the vendor has them. */
  portal_origins: readonly string[] | undefined
  /** What the sandbox vendor does; undefined when there is a real one. */
  mood: Mood | undefined
}

/** A house with rooms to let. */
export interface Property {
  key: string
  name: string
  address: string
  rooms: readonly { key: string; name: string }[]
  locks: number
  /** How many of the locks cannot be reached. */
  offline: number
}

/** A stay in a room, known by its code. */
export interface Reservation {
  code: string
  property_key: string
  room_key: string
  /** When it begins and ends, as ISO 8601 in UTC. */
  arrives: string
  leaves: string
  nights: number
}

/** How the sandbox vendor behaves. */
export type Mood = 'normal' | 'slow' | 'down' | 'expired' | 'blocked'

/** One call that was made, for the strip at the bottom: no bodies, no addresses of portals. */
export interface Call {
  id: number
  /** When it was answered, in milliseconds since 1970. */
  at: number
  /** Who was called: the dashboard's own server, or the vendor behind it. */
  to: 'dashboard' | 'vendor'
  method: string
  path: string
  status: number
  /** In milliseconds. */
  duration: number
  /** What made the browser ask. */
  why?: string | undefined
}

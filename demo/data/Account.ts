/** What the dashboard's server tells the browser about the signed-in user, and nothing about others. */
export interface Account {
  /** The current customer. */
  customer: {
    key: string
    name: string
    /** The start of the code of each of its reservations. */
    code: string
  }
  /** All customers that this user may open. */
  customers: readonly { key: string; name: string }[]
  properties: readonly Property[]
  reservations: readonly Reservation[]
  /** The allowed origins of portals. Undefined means the vendor's own. */
  portal_origins: readonly string[] | undefined
  /** How the sandbox vendor behaves. Undefined with the real vendor. */
  mode: VendorMode | undefined
}

/** A house with rooms to let. */
export interface Property {
  key: string
  name: string
  address: string
  rooms: readonly { key: string; name: string }[]
  locks: number
  /** How many locks are offline. */
  offline: number
}

/** A stay in a room. Its code is its key. */
export interface Reservation {
  code: string
  property_key: string
  room_key: string
  /** When it starts and ends, as ISO 8601 in UTC. */
  arrives: string
  leaves: string
  nights: number
  /** Whether it was cancelled in the dashboard. */
  cancelled?: boolean
}

/** How the sandbox vendor behaves. */
export type VendorMode = 'normal' | 'slow' | 'down' | 'expired' | 'blocked'

/** One call, for the panel at the bottom. It has no body and no address of a portal. */
export interface Call {
  id: number
  /** When it was answered, in milliseconds since 1970. */
  at: number
  /** The server that was called: the dashboard's own, or the vendor's behind it. */
  to: 'dashboard' | 'vendor'
  method: string
  path: string
  status: number
  /** In milliseconds. */
  duration: number
  /** What made the browser send the request. */
  why?: string | undefined
}

import type { PortalOptions } from '../../schemas/index'

/** Everything a portal's page shows, as it was when the page was asked for. */
export interface PortalSnapshot {
  customer_key: string
  /** What was asked for in create_portal. */
  options: PortalOptions
  /** Places of every kind, after the filters. */
  places: PortalPlace[]
  /** Reservations, bookings and access grants, after the filters. */
  stays: PortalStay[]
  /** Staff members. */
  staff: PortalStaff[]
  /** When it was made, in milliseconds since 1970. */
  made_at: number
  /** When the link ends, in milliseconds since 1970. Read where no server does. */
  expires_at?: number
  /** Instead of a portal: its end, or that there is none. */
  notice?: 'expired' | 'missing'
  /** Where the account window is, when it is not the page itself. */
  connect_page?: string
}

/** A place with a door. */
export interface PortalPlace {
  /** The list it was pushed in, such as `rooms`. */
  list: string
  key: string
  name: string
  address?: string
}

/** Somebody's stay in places. */
export interface PortalStay {
  /** The list it was pushed in, such as `reservations`. */
  list: string
  key: string
  name: string
  person?: string
  starts_at?: string
  ends_at?: string
  time_zone?: string
  /** Names of its places. */
  places: string[]
  /** The PIN. */
  code: string
}

/** Somebody who works there. */
export interface PortalStaff {
  key: string
  name: string
  email?: string
}

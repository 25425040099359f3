import type { PortalOptions } from '../../schemas/index'

/** Everything that a portal's page shows, at the time of the request. */
export interface PortalSnapshot {
  customer_key: string
  /** The options that create_portal was called with. */
  options: PortalOptions
  /** Places of every list, after the filters. */
  places: PortalPlace[]
  /** Reservations, bookings and access grants, after the filters. */
  stays: PortalStay[]
  /** Staff members. */
  staff: PortalStaff[]
  /** When the snapshot was made, in milliseconds since 1970. */
  made_at: number
  /** When the link expires, in milliseconds since 1970. Only the page as a file reads it: elsewhere the server does. */
  expires_at?: number
  /** Shows a notice and no portal: the link has expired, or the address is unknown. */
  notice?: 'expired' | 'missing'
  /** The address of the account window. Without it, the page opens itself. */
  connect_page?: string
}

/** A place, such as a room or a building. */
export interface PortalPlace {
  /** The list of the record, such as `rooms`. */
  list: string
  key: string
  name: string
  address?: string
}

/** A stay of a person in places. */
export interface PortalStay {
  /** The list of the record, such as `reservations`. */
  list: string
  key: string
  name: string
  person?: string
  starts_at?: string
  ends_at?: string
  time_zone?: string
  /** The names of its places. */
  places: string[]
  /** The access code (PIN). */
  code: string
}

/** A member of the customer's staff. */
export interface PortalStaff {
  key: string
  name: string
  email?: string
}

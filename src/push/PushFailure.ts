import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'
import type { ResourceList } from '../wire/RESOURCE_KEYS'

/** A record that the vendor did not take, and why. */
export interface PushFailure {
  /** Whose record it is. */
  customer_key: string
  /** The list it is in. */
  list: ResourceList
  /** Its place in that list, from 0. */
  index: number
  /** Its own key, where it has one. */
  key: string | undefined
  /** Where in the data the fault is: `reservations[12].ends_at`. */
  path: string
  /** Which error it is: `invalid_input` when the record itself is at fault. */
  code: PortalErrorCode
  /** What was expected there, or why the backend refused it. */
  reason: string
  /** The line of the file it was read from, when `react-seam-portal/files` read it. */
  line?: number
}

import type { Arrival } from './Arrival'
import type { PortalAnswer } from './PortalAnswer'

/** A handler without the Request and the Response around it. It never rejects. */
export type PortalInside = (arrival: Arrival, context: unknown) => Promise<PortalAnswer>

/** The inside of each handler that createPortalHandler built, for whoever can do without a Response. */
export const INSIDES = new WeakMap<object, PortalInside>()

import type { PORTAL_STATES } from '../src/portal/PORTAL_STATES'

export function stateDiagram(states: typeof PORTAL_STATES): string

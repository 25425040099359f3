import type { PORTAL_STATES, PORTAL_TRANSITIONS } from '../src/portal/PORTAL_STATES'

export function stateDiagram(states: typeof PORTAL_STATES, transitions: typeof PORTAL_TRANSITIONS): string

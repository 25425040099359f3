import { TEST_INSIDES } from './TEST_INSIDES'
import type { TestPortal } from './TestPortal'

/** How the backend of a story is doing, and what brings it about. */
export const MOODS = {
  normal: () => {},
  slow: ({ sandbox }: TestPortal) => sandbox.fail('slow', { ms: 3000 }),
  down: ({ fail }: TestPortal) => fail('vendor_error', { times: Number.POSITIVE_INFINITY }),
  expired: ({ sandbox }: TestPortal) => sandbox.fail('expires_soon', { ms: 300 }),
  blocked: (portal: TestPortal) => TEST_INSIDES.get(portal)?.refuse('blocked_by_csp'),
  'signed out': ({ grant }: TestPortal) => grant(null),
} as const

/** The name of a mood. */
export type Mood = keyof typeof MOODS

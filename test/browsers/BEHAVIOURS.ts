import type { Behaviour } from './Behaviour'
import { DEMO } from './behaviours/DEMO'
import { FAILURES } from './behaviours/FAILURES'
import { LIFE } from './behaviours/LIFE'
import { LOOK } from './behaviours/LOOK'
import { PRESENTATIONS } from './behaviours/PRESENTATIONS'

/** Everything that is checked in each browser, by area. */
export const BEHAVIOURS: Record<string, readonly Behaviour[]> = {
  'Presentations and focus': PRESENTATIONS,
  Failures: FAILURES,
  'Life of a frame': LIFE,
  Look: LOOK,
  Demo: DEMO,
}

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stateDiagram } from '../../.ci/stateDiagram.mjs'
import { PORTAL_STATES, type PortalStateEvent, type PortalStatus } from '../../src/portal/PORTAL_STATES'

const statuses = Object.keys(PORTAL_STATES) as PortalStatus[]
const rows = statuses.flatMap((status) =>
  Object.entries(PORTAL_STATES[status]).map(([event, transition]) => ({ status, event, ...transition })),
)

describe('the table of states', () => {
  it('is the chart of docs/architecture.md', () => {
    expect(readFileSync('docs/architecture.md', 'utf8')).toContain(stateDiagram(PORTAL_STATES))
  })

  it.each(statuses)('has a way out of %s that the host or the user can take', (status) => {
    const events: PortalStateEvent[] = ['enable', 'disable', 'change', 'renew']
    expect(events.some((event) => PORTAL_STATES[status][event])).toBe(true)
  })

  it.each(statuses)('has a way into %s', (status) => {
    // A portal begins idle.
    const ways = rows.filter((row) => row.to === status && row.status !== status)
    expect(ways.length).toBeGreaterThan(0)
  })

  it.each(rows.filter(({ to }) => to === 'creating' || to === 'idle'))(
    'leaves no frame behind: $status, $event',
    ({ status, to, effects = [] }) => {
      if (status === 'idle' || status === to) return
      expect(effects).toContain('remove_frame')
    },
  )

  it('takes a visible frame away only when the host, the user or its own link asks for it', () => {
    const taken = rows.filter(({ status, effects = [] }) => {
      const takes = effects.includes('remove_frame') || effects.includes('make_frame')
      return status === 'loaded' && takes
    })
    expect(taken.map(({ event }) => event).sort()).toEqual(['change', 'disable', 'expire_hidden', 'link'])
  })
})

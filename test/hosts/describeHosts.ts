import { afterAll, beforeAll, describe, inject } from 'vitest'
import type { ServedFetch } from '../support/serveFetch'
import { serveSite } from '../support/serveSite'
import { describeColours } from './describeColours'
import { describePush } from './describePush'
import type { Host } from './HOSTS'
import { type MadeHost, makeHost } from './makeHost'
import type { Scheme } from './SCHEMES'

/** Builds each host from one tarball, and tests the colours on its page. */
export function describeHosts(hosts: readonly (Host & { schemes?: readonly Scheme[] })[]): void {
  describe.each(hosts)('$name', (host) => {
    let made: MadeHost | undefined
    let server: ServedFetch | undefined
    beforeAll(async () => {
      made = makeHost(host, inject('tarball'))
      server = await serveSite(made.site)
    }, 300_000)
    afterAll(async () => {
      await server?.close()
      made?.remove()
    })
    const address = () => `${server?.origin}/${host.page ?? 'index.html'}`
    describeColours(host, address, host.schemes)
    if (host.pushes) describePush(address, () => made?.site ?? '')
  })
}

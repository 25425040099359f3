import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { packLibrary } from '../e2e/packLibrary'
import type { ServedFetch } from '../support/serveFetch'
import { serveSite } from '../support/serveSite'
import { describeColours } from './describeColours'
import { describePush } from './describePush'
import type { Host } from './HOSTS'
import { type MadeHost, makeHost } from './makeHost'
import type { Scheme } from './SCHEMES'

/** Builds each host from one tarball, and tests the colours on its page. */
export function describeHosts(hosts: readonly (Host & { schemes?: readonly Scheme[] })[]): void {
  let folder = ''
  let tarball = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'seam-hosts-'))
    tarball = packLibrary(folder)
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  describe.each(hosts)('$name', (host) => {
    let made: MadeHost | undefined
    let server: ServedFetch | undefined
    beforeAll(async () => {
      made = makeHost(host, tarball)
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

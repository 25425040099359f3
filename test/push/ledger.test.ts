import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMemoryLedger, type Ledger, pushData } from '../../src/push/index'
import { openFileLedger } from '../../src/push/node/index'
import { answer, recordsIn, reservations, startPush } from './startPush'

const home = mkdtempSync(join(tmpdir(), 'ledger-'))
let files = 0
const path = () => join(home, `${(files += 1)}.jsonl`)

const KINDS: [string, () => Ledger | Promise<Ledger>][] = [
  ['in memory', createMemoryLedger],
  ['in a file', () => openFileLedger(path())],
]

const workspace = 'test'

describe.each(KINDS)('a ledger %s', (_name, open) => {
  it('sends 200 of 40,000 reservations when 200 have changed', async () => {
    const { client, bodies } = startPush()
    const ledger = await open()
    const rows = reservations(40_000)
    const first = await pushData(
      client,
      { customer_key: 'harbour', reservations: rows },
      { ledger, workspace },
    )
    expect(first).toMatchObject({ pushed: 40_000, ledger: { unchanged: 0, vanished: [] } })
    bodies.length = 0
    const tonight = rows.map((row, at) => (at % 200 === 7 ? { ...row, name: 'New' } : row))

    const second = await pushData(
      client,
      { customer_key: 'harbour', reservations: tonight },
      { ledger, workspace },
    )

    expect(second).toMatchObject({ pushed: 200, remaining: 0, ledger: { unchanged: 39_800, vanished: [] } })
    expect(bodies.map((body) => body.reservations?.length)).toEqual([200])
  }, 60_000)

  it('lists what is no longer there, of the lists that were given, and deletes nothing', async () => {
    const { client, stored } = startPush()
    const ledger = await open()
    const guests = [{ guest_key: 'G', name: 'Guest 1' }]
    await pushData(
      client,
      { customer_key: 'harbour', guests, reservations: reservations(3) },
      { ledger, workspace },
    )

    const { ledger: found } = await pushData(
      client,
      { customer_key: 'harbour', reservations: reservations(2) },
      { ledger, workspace },
    )

    expect(found.vanished).toEqual([{ customer_key: 'harbour', list: 'reservations', key: 'R-2' }])
    expect(stored().reservations).toHaveLength(3)
    await ledger.delete([{ workspace, customer_key: 'harbour', list: 'reservations', key: 'R-2' }])
    const again = await pushData(
      client,
      { customer_key: 'harbour', reservations: reservations(2) },
      { ledger, workspace },
    )
    expect(again.ledger.vanished).toEqual([])
  })

  it('keeps nothing that was not acknowledged, and nothing of another workspace or customer', async () => {
    const { client, accidents } = startPush(['harbour', 'garden'])
    const ledger = await open()
    accidents.push(answer(403, 'forbidden'))
    const options = { ledger, workspace, maxRecords: 2, inFlight: 1 }
    await pushData(client, { customer_key: 'harbour', reservations: reservations(4) }, options)

    expect(
      await pushData(client, { customer_key: 'harbour', reservations: reservations(4) }, options),
    ).toMatchObject({ pushed: 2, ledger: { unchanged: 2 } })
    expect(
      await pushData(
        client,
        { customer_key: 'harbour', reservations: reservations(4) },
        { ...options, workspace: 'real' },
      ),
    ).toMatchObject({ pushed: 4 })
    expect(
      await pushData(client, { customer_key: 'garden', reservations: reservations(4) }, options),
    ).toMatchObject({ pushed: 4 })
  })

  it('sends everything when told to, also what has not changed', async () => {
    const { client } = startPush()
    const ledger = await open()
    const data = { customer_key: 'harbour', reservations: reservations(3) }
    await pushData(client, data, { ledger, workspace })
    expect(await pushData(client, data, { ledger, workspace, full: true })).toMatchObject({
      pushed: 3,
      ledger: { unchanged: 0, vanished: [] },
    })
  })

  it('goes together with a checkpoint', async () => {
    const { client, accidents, bodies } = startPush()
    const ledger = await open()
    const data = { customer_key: 'harbour', reservations: reservations(6) }
    accidents.push(async (_request, _body, deliver) => deliver(), answer(401, 'unauthorized'))
    const { checkpoint } = await pushData(client, data, { ledger, workspace, maxRecords: 2, inFlight: 1 })
    bodies.length = 0
    expect(await pushData(client, data, { ledger, workspace, checkpoint })).toMatchObject({
      pushed: 6,
      remaining: 0,
    })
    expect(bodies.flatMap(recordsIn)).toHaveLength(4)
  })
})

describe('a ledger', () => {
  it('without a workspace is refused', async () => {
    await expect(
      pushData(startPush().client, { customer_key: 'harbour' }, { ledger: createMemoryLedger() }),
    ).rejects.toThrow('`ledger` needs `workspace`')
  })

  it('that fails stops the push, and says so', async () => {
    const { client } = startPush()
    const broken = { ...createMemoryLedger(), set: () => Promise.reject(new Error('no disk')) }
    const result = await pushData(
      client,
      { customer_key: 'harbour', reservations: reservations(2) },
      { ledger: broken, workspace },
    )
    expect(result).toMatchObject({
      pushed: 2,
      remaining: 0,
      stopped: { code: 'ledger_failed', cause: new Error('no disk') },
    })
  })
})

describe('a file ledger', () => {
  const key = { workspace, customer_key: 'harbour', list: 'reservations', key: 'R, "1"\n🛎️' } as const

  it('is read again by the next process, holds no records, and is for its owner alone', async () => {
    const { client } = startPush()
    const file = path()
    await pushData(
      client,
      { customer_key: 'harbour', reservations: reservations(2) },
      { ledger: await openFileLedger(file), workspace },
    )
    expect(readFileSync(file, 'utf8')).not.toContain('Stay')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const again = await pushData(
      client,
      { customer_key: 'harbour', reservations: reservations(2) },
      { ledger: await openFileLedger(file), workspace },
    )
    expect(again.ledger.unchanged).toBe(2)
  })

  it('survives a line that was cut off, and loses only that', async () => {
    const file = path()
    const ledger = await openFileLedger(file)
    await ledger.set([{ ...key, hash: '1' }])
    await ledger.set([{ ...key, key: 'R-2', hash: '2' }])
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -9))
    const after = await openFileLedger(file)
    expect(await after.get([key, { ...key, key: 'R-2' }])).toEqual(['1', undefined])
    await after.set([{ ...key, key: 'R-3', hash: '3' }])
    expect(await (await openFileLedger(file)).get([key, { ...key, key: 'R-3' }])).toEqual(['1', '3'])
  })

  it('drops what was overwritten when it is compacted', async () => {
    const file = path()
    const ledger = await openFileLedger(file)
    for (let at = 0; at < 5; at += 1) await ledger.set([{ ...key, hash: String(at) }])
    await ledger.delete([{ ...key, key: 'other' }])
    await ledger.compact()
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2)
    expect([...(ledger.entries(key) as Iterable<object>)]).toEqual([{ ...key, hash: '4' }])
  })

  it('refuses a file that is none, and leaves it alone', async () => {
    const file = path()
    writeFileSync(file, '{"my":"file"}\n')
    await expect(openFileLedger(file)).rejects.toThrow('is no ledger of this version')
    expect(readFileSync(file, 'utf8')).toBe('{"my":"file"}\n')
  })
})

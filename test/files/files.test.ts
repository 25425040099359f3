import { describe, expect, it } from 'vitest'
import { type CsvMapping, type FileFinding, readCsv, readNdjson } from '../../src/files/index'
import { checkCustomerData, pushData } from '../../src/push/index'
import { startPush } from '../push/startPush'

const MAPPING: CsvMapping<'reservations'> = {
  list: 'reservations',
  fields: {
    reservation_key: 'Booking',
    name: 'Guest',
    starts_at: 'Arrival',
    ends_at: { column: 'Departure', timeOfDay: '11:00' },
    space_keys: 'Rooms',
  },
  metadata: { vip: { column: 'VIP', as: 'boolean' } },
}

const HEAD = 'Booking,Guest,Arrival,Departure,Rooms,VIP\n'

async function read<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = []
  for await (const row of rows) all.push(row)
  return all
}

async function findings(text: string, more: Partial<typeof MAPPING> = {}): Promise<FileFinding[]> {
  const found: FileFinding[] = []
  await read(readCsv(text, { ...MAPPING, ...more }, { onFinding: (finding) => found.push(finding) }))
  return found
}

async function time(cell: string, more: Partial<typeof MAPPING> = {}): Promise<unknown> {
  const found: FileFinding[] = []
  const mapping = { ...MAPPING, ...more, fields: { reservation_key: 'Key', starts_at: 'At' }, metadata: {} }
  const [row] = await read(
    readCsv(`Key,At\nR,"${cell}"\n`, mapping, { onFinding: (finding) => found.push(finding) }),
  )
  return row?.starts_at ?? found[0]?.remedy
}

describe('readCsv', () => {
  it('makes records of rows, in any kind of source and cut anywhere', async () => {
    const text = `\uFEFF${HEAD}R-1,"Silva, ""Guest""\nand Co",2026-03-01T15:00:00Z,2026-03-04T11:00:00+01:00,S-1; S-2,yes\r\n\nR-2,🛎️,,,,\n`
    const expected = [
      {
        reservation_key: 'R-1',
        name: 'Silva, "Guest"\nand Co',
        starts_at: '2026-03-01T15:00:00Z',
        ends_at: '2026-03-04T10:00:00Z',
        space_keys: ['S-1', 'S-2'],
        custom_metadata: { vip: true },
      },
      { reservation_key: 'R-2', name: '🛎️' },
    ]
    const bytes = new TextEncoder().encode(text)
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte))
    for (const source of [text, new Blob([text]), new Blob([text]).stream(), single, [bytes]])
      expect(await read(readCsv(source, MAPPING))).toEqual(expected)
  })

  it('carries the line of each record into findings and failures', async () => {
    const { client } = startPush()
    const text = `${HEAD}R-1,"two\nlines",,,,\nR-1,,,,S-9,\n" ",x,,,,\n`
    const rows = await read(readCsv(text, MAPPING))
    expect(
      checkCustomerData({ customer_key: 'harbour', reservations: rows }).map(({ code, line }) => [
        code,
        line,
      ]),
    ).toEqual([
      ['duplicate_key', 4],
      ['unknown_reference', 4],
    ])
    const result = await pushData(client, { customer_key: 'harbour', reservations: readCsv(text, MAPPING) })
    expect(result.failed.map(({ line, path }) => [line, path])).toEqual([
      [5, 'reservations[2].reservation_key'],
    ])
  })

  it.each([
    ['2026-03-01 15:00', {}],
    ['2026-03-01T15:00:00', {}],
    ['46082.625', {}],
    ['01/03/2026 15:00', { dateOrder: 'day-first' as const }],
  ])('refuses %s, which names no time zone, with the line and the remedy', async (cell, more) => {
    const [finding] = await findings(`${HEAD}R-1,,${cell},,,\n`, more)
    expect(finding).toMatchObject({ line: 2, column: 'Arrival', code: 'value' })
    expect(finding?.remedy).toContain('`timeZone`')
    await expect(read(readCsv(`${HEAD}R-1,,${cell},,,\n`, { ...MAPPING, ...more }))).rejects.toThrow(
      'Line 2: ',
    )
  })

  it.each([
    ['2026-03-01 15:00', {}, '2026-03-01T15:00:00Z'],
    ['2026-07-01 15:00:30', {}, '2026-07-01T14:00:30Z'],
    ['2026-7-1 3:00 pm', {}, '2026-07-01T14:00:00Z'],
    ['46082.625', {}, '2026-03-01T15:00:00Z'],
    ['03/04/2026 15:00', { dateOrder: 'day-first' as const }, '2026-04-03T14:00:00Z'],
    ['03/04/2026 15:00', { dateOrder: 'month-first' as const }, '2026-03-04T15:00:00Z'],
    ['2026-03-01 15:00+05:30', {}, '2026-03-01T09:30:00Z'],
    ['03/04/2026 15:00', {}, expect.stringContaining('`dateOrder')],
    ['2026-03-01', {}, expect.stringContaining('`timeOfDay')],
    ['2026-03-29 01:30', {}, expect.stringContaining('offset')],
    ['2026-10-25 01:30', {}, expect.stringContaining('offset')],
    ['2026-02-30 15:00', {}, expect.stringContaining('2026-03-01 15:00')],
    ['2026-02-30T15:00:00Z', {}, expect.stringContaining('2026-03-01 15:00')],
    ['25:00', {}, expect.stringContaining('2026-03-01 15:00')],
    ['soon', {}, expect.stringContaining('2026-03-01 15:00')],
  ])('reads %s in Lisbon with %o as %s', async (cell, more, expected) => {
    expect(await time(cell, { timeZone: 'Europe/Lisbon', ...more })).toEqual(expected)
  })

  it('gives a date its own time of day', async () => {
    const [row] = await read(
      readCsv(`${HEAD}R-1,,,2026-03-04,,\n`, { ...MAPPING, timeZone: 'Europe/Lisbon' }),
    )
    expect(row?.ends_at).toBe('2026-03-04T11:00:00Z')
  })

  it.each([
    ['a column that is missing', 'Booking;Guest\n', 'Line 1: There is no column "Booking"'],
    [
      'a quotation mark that is not closed',
      `${HEAD}R-1,"Guest\nR-2,\n`,
      'cannot be read as CSV: quote not closed',
    ],
  ])('throws for %s', async (_name, text, sentence) => {
    await expect(read(readCsv(text, MAPPING))).rejects.toThrow(sentence)
  })

  it('throws for bytes that are no UTF-8', async () => {
    const latin = Uint8Array.from([...new TextEncoder().encode(`${HEAD}R-1,Andr`), 0xe9, 0x2c, 0x0a])
    await expect(read(readCsv([latin], MAPPING))).rejects.toThrow('CSV UTF-8')
  })

  it.each([
    [{ list: 'guest', fields: {} }, '`list` is "guest"'],
    [{ list: 'guests', fields: { name: 'Name' } }, '`fields.guest_key` is missing'],
    [{ ...MAPPING, timeZone: 'Lisbon' }, '`timeZone` is "Lisbon"'],
  ])('refuses the mapping %o', async (mapping, sentence) => {
    await expect(read(readCsv(HEAD, mapping as never))).rejects.toThrow(sentence)
  })
})

describe('readNdjson', () => {
  it('gives a record a line, and passes over blank ones', async () => {
    const text = '{"reservation_key":"R-1"}\r\n\n{"reservation_key":"🛎️"}'
    for (const source of [text, Array.from(new TextEncoder().encode(text), (byte) => Uint8Array.of(byte))]) {
      expect(await read(readNdjson(source))).toEqual([{ reservation_key: 'R-1' }, { reservation_key: '🛎️' }])
    }
  })

  it('reports lines that are no records, and throws when nobody listens', async () => {
    const found: FileFinding[] = []
    const rows = await read(
      readNdjson('{"a":1}\nno\n[1]\n{"a":2}\n', { onFinding: (finding) => found.push(finding) }),
    )
    expect(rows).toEqual([{ a: 1 }, { a: 2 }])
    expect(found.map(({ line }) => line)).toEqual([2, 3])
    await expect(read(readNdjson('no'))).rejects.toThrow('Line 1: This line is not JSON')
  })
})

import { planPush, PUSH_PHASES, type PushSource } from '../../src/push/index'
import type { Measured } from './server/measureRuns'
import { MAX_BYTES } from './server/MAX_BYTES'
import { sampleSource } from './server/sampleSource'

/** The partner of the page. */
const PARTNER = { customers: 10_000, reservations: 40_000, changed: 200 }

/** Rates that a vendor may allow, in requests a second. The vendor documents none for these endpoints. */
const RATES = [5, 10, 20, 50]

/** Requests and bytes of some records. */
interface Load {
  records: number
  requests: number
  bytes: number
}

/** Writes the computed sections of docs/scale.md anew. They stand between comments of their names. */
export async function scalePage(page: string, measured: Measured): Promise<string> {
  const [full, delta] = await Promise.all([loadOf(PARTNER.reservations), loadOf(PARTNER.changed, true)])
  let written = page
  for (const [name, text] of Object.entries({
    paper: paper(full, delta),
    hours: hours(full, delta),
    ledger: ledger(full, measured),
    measured: table(measured),
  })) {
    const section = new RegExp(`<!-- ${name} -->[^]*<!-- /${name} -->`)
    written = written.replace(section, () => `<!-- ${name} -->\n\n${text}\n\n<!-- /${name} -->`)
  }
  return written
}

/** Plans the records of one customer, phase by phase as the queue does, and multiplies. */
async function loadOf(reservations: number, isDelta = false): Promise<Load> {
  const load = { records: 0, requests: 0, bytes: 0 }
  for (const lists of isDelta ? [['reservations'] as const] : PUSH_PHASES) {
    const source: PushSource = sampleSource.open('customer-00001', lists, { customers: 1, reservations })
    for await (const { records, bytes } of planPush(source, { maxBytes: MAX_BYTES })) {
      load.records += records * PARTNER.customers
      load.requests += PARTNER.customers
      load.bytes += bytes * PARTNER.customers
    }
  }
  return load
}

function paper(full: Load, delta: Load): string {
  return rows(
    ['', 'full resync', 'delta', 'delta / full'],
    ['records', count(full.records), count(delta.records), ratio(delta.records, full.records)],
    ['requests', count(full.requests), count(delta.requests), ratio(delta.requests, full.requests)],
    ['bytes of JSON', size(full.bytes), size(delta.bytes), ratio(delta.bytes, full.bytes)],
    ['bytes a request', size(full.bytes / full.requests), size(delta.bytes / delta.requests), ''],
  )
}

function hours(full: Load, delta: Load): string {
  return rows(
    ['requests a second', 'full resync', 'delta', 'full resync in 8 hours'],
    ...RATES.map((rate) => {
      const seconds = full.requests / rate
      return [String(rate), time(seconds), time(delta.requests / rate), seconds <= 8 * 3600 ? 'yes' : 'no']
    }),
  )
}

function ledger(full: Load, { runs }: Measured): string {
  const [fastest] = runs.toSorted((a, b) => a.deltaSeconds - b.deltaSeconds)
  if (!fastest) return 'Not measured.'
  const { workers, records, deltaSeconds, ledgerBytes } = fastest
  const bytes = ledgerBytes / records
  const speed = records / deltaSeconds
  const changed = PARTNER.customers * PARTNER.changed
  const who = workers === 1 ? 'one worker looks' : `${workers} workers look`
  return [
    `- **Size.** ${Math.round(bytes)} bytes a record, with the index, as measured below. For ${count(full.records)} records: **${size(bytes * full.records)}**.`,
    `- **Reading.** A delta looks up each record. In the fastest run below, ${who} up ${count(speed)} records a second. All records take **${time(full.records / speed)}** at that speed. If your database knows when a row has changed, let the source give only those rows. The ledger then looks up ${count(changed)} records, in ${time(changed / speed)}.`,
  ].join('\n')
}

function table({
  date,
  machine,
  customers,
  reservations,
  changed,
  latency,
  inFlight,
  runs,
}: Measured): string {
  const [one] = runs
  const head = `Run of ${date}: ${machine}. ${customers} customers with ${count(reservations)} reservations each; ${count(changed)} of each change for the second run. The sandbox answers after ${latency} ms. Each worker has ${inFlight === 1 ? 'one request' : `${inFlight} requests`} in flight.`
  const body = rows(
    [
      'workers',
      'records',
      'requests',
      'seconds',
      'speed / one worker',
      'delta: requests',
      'delta: seconds',
      'load before',
    ],
    ...runs.map((run) => [
      String(run.workers),
      count(run.records),
      count(run.requests),
      run.seconds.toFixed(1),
      one ? (one.seconds / run.seconds).toFixed(2) : '',
      count(run.deltaRequests),
      run.deltaSeconds.toFixed(1),
      run.loadBefore.toFixed(1),
    ]),
  )
  return `${head}\n\n${body}`
}

function rows(head: string[], ...body: string[][]): string {
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'))
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

function ratio(part: number, whole: number): string {
  return `1 / ${count(whole / part)}`
}

function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  return `${(bytes / 1000 ** power).toFixed(power < 2 ? 0 : 1)} ${units[power]}`
}

function time(seconds: number): string {
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}

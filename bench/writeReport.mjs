import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const DOCS = fileURLToPath(new URL('../docs/performance.md', import.meta.url))

const VARIANTS = {
  naive: 'naive: `fetch`, then `<iframe src>`',
  svix: 'svix-react `AppPortal`',
  looker: '@looker/embed-sdk, signed URL',
  superset: '@superset-ui/embedded-sdk, frame beside token',
  cold: '**ours**, no intent',
  intent: '**ours**, 250 ms of intent',
  prewarmed: '**ours**, `warm="frame"`, 700 ms of intent',
  created: '**ours**, `initialPortal`',
}

const SUBJECTS = {
  naive: 'naive: `fetch`, then `<iframe src>`',
  svix: 'svix-react `AppPortal`',
  superset: '@superset-ui/embedded-sdk',
  oursFrame: '**ours**, `PortalFrame`',
  oursDialog: '**ours**, `PortalLauncher`',
  ours: '**ours**, all components',
}

/** Writes a run's tables into docs/performance.md, each between its markers. Other text stays. */
export async function writeReport(run) {
  let text = await readFile(DOCS, 'utf8')
  for (const [name, table] of Object.entries(tablesOf(run))) text = between(text, name, table)
  await writeFile(DOCS, text)
}

/** Writes only the proxy's table. */
export async function writeProxy(proxy) {
  await writeFile(DOCS, between(await readFile(DOCS, 'utf8'), 'proxy', proxyTable(proxy)))
}

/** Writes only the table of pushing. */
export async function writePush(push) {
  await writeFile(DOCS, between(await readFile(DOCS, 'utf8'), 'push', pushTable(push)))
}

/** The tables of the docs, by the names in their markers. */
export function tablesOf({ date, machine, gates, sizes, peers, opening, staying, leaks, idle, proxy, push }) {
  const ratio = (measure, name) => number(opening[name][measure].median / opening.naive[measure].median)
  const time = ({ median, iqr }) => `${number(median, 1)} ± ${number(iqr, 1)}`
  return {
    machine: `Run of ${date}: ${machine.cores} cores, Node ${machine.node.slice(1)}, Chromium ${machine.chromium}. Peers: ${peers.map(({ name, version }) => `${name} ${version}`).join(', ')}.`,
    gates: rows(
      ['what', 'bar', 'this run', ''],
      gates.map(({ name, bar, least, value, met }) => [
        name,
        `${least ? '≥' : '≤'} ${bar}`,
        number(value),
        met ? 'met' : '**missed**',
      ]),
    ),
    sizes: rows(
      ['gzip, React external', 'esbuild', 'rolldown', 'limit', 'with React Query'],
      [
        ...sizes.map((row) => [
          `**ours**: ${row.name}`,
          kB(row.esbuild),
          kB(row.rolldown),
          kB(row.limit),
          kB(row.withQuery),
        ]),
        ...peers.map((peer) => [
          `${peer.name} ${peer.version}${peer.hosted ? ' \\*' : ''}`,
          kB(peer.esbuild),
          kB(peer.rolldown),
          '',
          '',
        ]),
      ],
    ),
    opening: rows(
      [
        '',
        'frame request / naive',
        'ready / naive',
        'calls on click',
        'commits',
        'documents',
        'frame request, ms',
        'ready, ms',
        'in full, ms',
      ],
      Object.entries(opening).map(([name, run]) => [
        VARIANTS[name],
        ratio('frameRequest', name),
        ratio('ready', name),
        run.callsAfterClick,
        run.commits,
        run.documents,
        time(run.frameRequest),
        time(run.ready),
        time(run.full),
      ]),
    ),
    staying: rows(
      ['', 'calls', 'documents', '20 renders', '6 moves of a sibling', 'close and reopen'],
      Object.entries(staying).map(([name, run]) => [
        SUBJECTS[name],
        run.calls,
        run.documents,
        run.rerenders,
        run.reorder,
        run.reopen,
      ]),
    ),
    leaks: rows(
      ['', 'times', 'listeners', 'timers', 'observers', 'frames', 'dialogs'],
      Object.entries(leaks).map(([name, run]) => [
        SUBJECTS[name],
        run.times,
        run.listeners,
        run.timers,
        run.observers,
        run.frames,
        run.dialogs,
      ]),
    ),
    idle: `500 launchers mount in ${number(idle.launchers / idle.buttons, 1)} times the time of 500 buttons (${number(idle.launchers, 1)} ms and ${number(idle.buttons, 1)} ms, once the browser has compiled the code of both), add ${idle.listeners} native listeners and send ${idle.requests} requests. A pointer that rests on five equal ones costs ${idle.calls} call.`,
    proxy: proxyTable(proxy),
    push: pushTable(push),
  }
}

function pushTable(push) {
  const { records, plan } = push
  return rows(
    [`${records.toLocaleString('en-US')} records`, '**ours**', 'one body', 'ours / one body'],
    [
      ['time, s', push.took / 1000, push.tookWhole / 1000, push.took / push.tookWhole],
      [
        'time of only sending the same requests, s',
        push.tookSending / 1000,
        undefined,
        push.tookSending / push.tookWhole,
      ],
      ['main thread busy, s', push.busy / 1000, push.busyWhole / 1000, push.busy / push.busyWhole],
      ['longest task, ms', push.longest, push.longestWhole, push.longest / push.longestWhole],
      ['longest task at 4x throttle, ms', push.longestThrottled],
      ['tasks over 50 ms at 4x throttle', push.longTasksThrottled],
      ['longest task of `checkInSlices` at 4x throttle, ms', push.longestCheck],
      ['validation on the server, speed / `JSON.stringify`', push.validation],
      ['`checkCustomerData`, time / `JSON.stringify`', push.checking],
      [`memory of planning ${plan.records.toLocaleString('en-US')}, MB`, plan.megabytes],
    ].map(([name, ...cells]) => [
      name,
      ...[0, 1, 2].map((at) => (cells[at] === undefined ? '' : number(cells[at], 2))),
    ]),
  )
}

function proxyTable(proxy) {
  return rows(
    [
      '',
      'requests per second / bare',
      'CPU time of a request / bare',
      '99th percentile / bare',
      'requests per second',
    ],
    [
      ['bare forwarder on node:http', 'bare'],
      ['the same with a time limit and an abort', 'timed'],
      ['the same on Request and Response', 'unguarded'],
      ['**ours**', 'ours'],
    ].map(([label, name]) => [
      label,
      `${number(proxy[name].ratio)} ± ${number(proxy[name].ratioIqr)}`,
      number(proxy[name].cpu / proxy.bare.cpu),
      number(proxy[name].p99 / proxy.bare.p99),
      `${number(proxy[name].requests, 0)} ± ${number(proxy[name].iqr, 0)}`,
    ]),
  )
}

function between(text, name, content) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [start, end] = [text.indexOf(open), text.indexOf(close)]
  if (start < 0 || end < start)
    throw new Error(`docs/performance.md has no place for ${name}: ${open} … ${close} is missing.`)
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`
}

function rows(head, body) {
  return [line(head), line(head.map((_, at) => (at ? '---:' : '---'))), ...body.map(line)].join('\n')
}

function line(cells) {
  return `| ${cells.join(' | ')} |`
}

function number(value, digits = 3) {
  return Number.isFinite(value) ? String(Number(value.toFixed(digits))) : 'not measured'
}

function kB(bytes) {
  return bytes === undefined ? '' : number(bytes / 1000, 2)
}

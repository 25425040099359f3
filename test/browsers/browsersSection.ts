import type { BrowserId } from './TestBrowser'

/** What a run of the tests has seen in one browser. */
export interface SeenBrowser {
  id: BrowserId
  /** The name and the version. */
  version: string
  /** When the run began, in ISO 8601. */
  runBegan: string
  /** Each behaviour: whether it held, or why it was not looked at. */
  behaviours: readonly { area: string; name: string; result: boolean | string }[]
  /** The names of the states that it took a picture of. */
  pictures: readonly string[]
}

/** Writes the section on browsers in docs/compatibility.md. Throws when not all browsers are of one run. */
export function browsersSection(seen: readonly SeenBrowser[]): string {
  if (new Set(seen.map(({ runBegan }) => runBegan)).size !== 1)
    throw new Error('The browsers were not seen in one run. Run: npm run test:browsers')
  const first = seen[0]?.behaviours ?? []
  const areas = [...new Set(first.map(({ area }) => area))]
  const runs = seen.map(({ version, runBegan }) => `| ${version} | ${runBegan.slice(0, 10)} |`)
  return `\`npm run test:browsers\` checks each row in each browser. The page is a production build of the packed library, on loopback. The sandbox is the vendor, on another origin. The pointer and the keyboard are real. Chromium runs without a screen, Firefox too, and WebKit is the browser of WebKitGTK. The waits for a slow portal are shorter than for users. For \`offline\` the test speaks in the browser's place, and for the end of a portal it moves the page's clock. \`node .ci/browsers.mjs\` then writes this section.

| browser | tested on |
|---|---|
${runs.join('\n')}

${areas.map((area) => `### ${area}\n\n${table(area, seen)}`).join('\n\n')}

### The main states, in the three browsers

![A dialog, its skeleton, an error state and a narrow window, each in Chromium, Firefox and WebKit](browsers.png)`
}

function table(area: string, seen: readonly SeenBrowser[]): string {
  const names = (seen[0]?.behaviours ?? []).filter((one) => one.area === area).map(({ name }) => name)
  const head = ['behaviour', ...seen.map(({ version }) => version)]
  const rows = names.map((name) => [
    name,
    ...seen.map(({ behaviours }) => cell(behaviours.find((one) => one.name === name)?.result)),
  ])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function cell(result: boolean | string | undefined): string {
  if (result === undefined) return 'not tested'
  if (typeof result === 'string') return `no: ${result}`
  return result ? 'yes' : '**failed**'
}

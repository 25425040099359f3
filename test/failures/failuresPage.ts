import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ERROR_GUIDE } from '../../src/client/ERROR_GUIDE'
import { enUS } from '../../src/components/words/enUS'
import { PORTAL_ERRORS, type PortalErrorCode } from '../../src/wire/PORTAL_ERRORS'
import { COMPLAINTS } from './COMPLAINTS'

/** Where the same again may help: what is wrong may go by of itself. */
const PASSING: readonly PortalErrorCode[] = [
  'offline',
  'proxy_unreachable',
  'proxy_invalid_response',
  'rate_limited',
  'timeout',
  'vendor_error',
  'invalid_response',
  'expired',
  'portal_unreachable',
  'popup_blocked',
  'dialog_unavailable',
]

/** A test, and the file it stands in. */
export interface NamedTest {
  title: string
  file: string
}

/** Every title of every test, with … where a value goes. */
export function readTests(): NamedTest[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .sort()
    .flatMap((file) =>
      [...readFileSync(join('test', file), 'utf8').matchAll(/(?:\bit\(\s*|\btitle: )(['`])(.+?)\1/g)].map(
        ([, , title = '']) => ({ title: title.replaceAll(/\$\{[^}]*\}/g, '…'), file: `test/${file}` }),
      ),
    )
}

/** Writes the parts of docs/failures.md that the source knows, and leaves the rest of the page as it is. */
export function failuresPage(page: string): string {
  const tests = readTests()
  return [
    [
      'Every code',
      Object.keys(ERROR_GUIDE)
        .map((code) => entryOf(code as PortalErrorCode, tests))
        .join('\n\n'),
    ],
    ['What has gone wrong elsewhere', complaints(tests)],
  ].reduce((text, [heading = '', body = '']) => {
    const [before, after = ''] = text.split(`\n## ${heading}\n`)
    const next = after.search(/^## /m)
    return `${before}\n## ${heading}\n\n${body}\n${next < 0 ? '' : `\n${after.slice(next)}`}`
  }, page)
}

function entryOf(code: PortalErrorCode, tests: readonly NamedTest[]): string {
  const { what, fix } = ERROR_GUIDE[code]
  const { status, message } = PORTAL_ERRORS[code]
  const [title, body] = enUS.errors[message]
  const own = tests.filter((test) => test.title.startsWith(`${code}: `))
  return `### \`${code}\`

${what} **${fix}**

| | |
|---|---|
| HTTP status | ${status || 'none: it never travels'} |
| The same again may help | ${PASSING.includes(code) ? 'yes' : 'no'} |
| A person sees | **${title}** ${body.replace('{time}', 'in 20 seconds')} |
| Shown by | ${own.map(nameOf).join('<br>')} |`
}

function complaints(tests: readonly NamedTest[]): string {
  const rows = COMPLAINTS.map(({ issues, what, tests: titles = [], why }, at) => {
    const found = titles.map((title) => tests.find((test) => test.title === title) ?? { title, file: '' })
    return `| ${at + 1} | ${issues} | ${what} | ${[...(why ? [why] : []), ...found.map(nameOf)].join('<br>')} |`
  })
  return `What users of other embeds have complained of in public, and the test that shows it cannot happen here, or why it cannot.

| | said in | what happened | here |
|---|---|---|---|
${rows.join('\n')}`
}

function nameOf({ title, file }: NamedTest): string {
  return `*${title.replace(/^[a-z_]+: /, '')}* (\`${file.replace(/^.*\//, '').replace(/\..*$/, '')}\`)`
}

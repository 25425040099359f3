import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ERROR_GUIDE } from '../../src/client/ERROR_GUIDE'
import { enUS } from '../../src/components/words/enUS'
import { PORTAL_ERRORS, type PortalErrorCode } from '../../src/wire/PORTAL_ERRORS'
import { COMPLAINTS } from './COMPLAINTS'

/** The errors after which a retry may help, because the cause may end by itself. */
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

/** A test's title and file. */
export interface NamedTest {
  title: string
  file: string
}

/** Reads the titles of all tests, with … in place of a value. */
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

/** Writes the generated parts of docs/failures.md, and keeps the rest of the page. */
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
| HTTP status | ${status || 'none: the handler never sends this code'} |
| A retry may help | ${PASSING.includes(code) ? 'yes' : 'no'} |
| The user sees | **${title}** ${body.replace('{time}', 'in 20 seconds')} |
| Shown by | ${own.map(nameOf).join('<br>')} |`
}

function complaints(tests: readonly NamedTest[]): string {
  const rows = COMPLAINTS.map(({ issues, what, tests: titles = [], why }, at) => {
    const found = titles.map((title) => tests.find((test) => test.title === title) ?? { title, file: '' })
    return `| ${at + 1} | ${issues} | ${what} | ${[...(why ? [why] : []), ...found.map(nameOf)].join('<br>')} |`
  })
  return `Users of other embeds have reported these problems in public. Each row names the test that shows that it cannot happen here, or says why.

| | Reported in | What happened | Here |
|---|---|---|---|
${rows.join('\n')}`
}

function nameOf({ title, file }: NamedTest): string {
  return `*${title.replace(/^[a-z_]+: /, '')}* (\`${file.replace(/^.*\//, '').replace(/\..*$/, '')}\`)`
}

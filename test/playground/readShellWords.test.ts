import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCmdWords } from '../../demo/playground/code/readCmdWords'
import { readShellWords } from '../../demo/playground/code/readShellWords'
import { anyText } from './arbitraryOf'

const PRINT = `'${process.execPath}' -e 'console.log(JSON.stringify(process.argv.slice(1)))' --`

/** The ways to write a text as a word of a shell. */
const QUOTES: readonly ((text: string) => string)[] = [
  (text) => `'${text.replaceAll("'", "'\\''")}'`,
  (text) => `"${text.replace(/["\\$`]/g, '\\$&')}"`,
  (text) => `''${[...text].map((one) => (/\s/.test(one) ? `'${one}'` : `\\${one}`)).join('')}`,
]

it('reads the words that a shell reads', () => {
  // A program gets its words in UTF-8 and up to a zero, so some texts reach none.
  const texts = fc
    .sample(anyText, { numRuns: 300, seed: 1 })
    .map((text) => text.replace(/[\0\ud800-\udfff]/gu, ''))
  const words = texts.map((text, index) => QUOTES[index % QUOTES.length]?.(text) ?? '')
  const command = `${words.join(' \\\n ')} # don't`
  const shell = spawnSync('sh', ['-c', `${PRINT} ${command}`], { encoding: 'utf8' })
  expect(readShellWords(command)).toEqual(JSON.parse(shell.stdout))
})

it('reads the words that the prompt of Windows passes on', () => {
  const command = 'curl ^"a b^" ^\n  "c ^ d" e^^f "\\"g\\\\" \\\\h "i\\\\\\"j" ""'
  expect(readCmdWords(command)).toEqual(['curl', 'a b', 'c ^ d', 'e^f', '"g\\', '\\\\h', 'i\\"j', ''])
})

it.each(["a 'b", 'a "b', "a $'b\\'", 'a "b\\"'])('gives nothing when a quote has no end: %s', (command) => {
  expect(readShellWords(command)).toBeUndefined()
})

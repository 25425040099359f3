import { createDifference } from './createDifference'
import type { Found } from './Found'
import { readBody } from './readBody'
import { readCmdWords } from './readCmdWords'
import { readCurlWords } from './readCurlWords'
import { readShellWords } from './readShellWords'
import { readUrl } from './readUrl'

/** Where a line begins with the command. What is before it, such as a prompt or a variable, is not read. */
export const CURL = /^[\s$>#%]*curl(?:\.exe)?(?=\s)/m

/** Reads the body of a cURL command for sh, bash, or the prompt of Windows. */
export function readCurl(text: string): Found {
  const found: Found = { source: 'curl', fields: {}, differences: [] }
  const command =
    text
      .slice(text.search(CURL))
      .replace(/^[\s$>#%]*/, '')
      .split(/\n(?=[\s$>#%]*curl(?:\.exe)?\s)/)[0] ?? ''
  const isCmd = /\^[ \t]*\n/.test(command) || /\s\^"/.test(command)
  const words = isCmd ? readCmdWords(command) : readShellWords(command)
  const { url, data, file } = readCurlWords(words ?? [])
  const address = url === undefined ? {} : readUrl(url)
  if (address.problem !== undefined) return { ...found, problem: address.problem }
  if (address.difference) found.differences.push(address.difference)
  if (file) {
    return {
      ...found,
      problem: 'The body is in a file, which this page cannot read. Paste the text of the file.',
    }
  }
  const fields = data === undefined ? undefined : readBody(data)
  if (fields) return { ...found, fields }
  if (words && data === undefined && !/\{/.test(command.replace(/\$\{/g, ''))) return found
  const meant = readBetweenBraces(command)
  if (!meant) {
    return {
      ...found,
      problem: words
        ? 'The body after `--data` is no JSON object. Look at its quotes, commas and braces.'
        : 'A quote in the command has no end. Copy the whole command and paste it again.',
    }
  }
  const sentence = 'Its quotes break the command in a shell. It was read as it is meant.'
  return {
    ...found,
    fields: meant,
    differences: [...found.differences, createDifference('translated', '--data', sentence)],
  }
}

/** An apostrophe in a name ends a quoted body too early, and the input of `--data @-` stands below the command. */
function readBetweenBraces(command: string): Readonly<Record<string, unknown>> | undefined {
  const start = command.search(/(?<!\$)\{/)
  const end = command.lastIndexOf('}')
  return start < 0 || end < start ? undefined : readBody(command.slice(start, end + 1))
}

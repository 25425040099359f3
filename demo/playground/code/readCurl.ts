import { createDifference } from './createDifference'
import type { Found } from './Found'
import { readBody } from './readBody'
import { readCmdWords } from './readCmdWords'
import { readCurlWords } from './readCurlWords'
import { readShellWords } from './readShellWords'
import { readUrl } from './readUrl'

/** Where a line begins with the command, or with a prompt and the command. */
const START = /(?:^|\n)[ \t$>#%]*(?=curl(?:\.exe)?\s)/

/** Whether a text has a cURL command. */
export function isCurl(text: string): boolean {
  return START.test(text)
}

/** Reads the body of a cURL command for sh, bash, or the prompt of Windows. */
export function readCurl(text: string): Found {
  const found: Found = { source: 'curl', fields: {}, differences: [] }
  const [command = '', ...others] = text.slice(text.search(START)).split(START).filter(Boolean)
  if (others.length > 0) {
    found.differences.push(createDifference('dropped', 'other commands', 'The first cURL command was read.'))
  }
  const shell = readShellWords(command)
  // A line that ends with `^` is of Windows. Otherwise its rules are for what makes no sense to a shell.
  const dialects = shell?.includes('^') ? [readCmdWords(command), shell] : [shell, readCmdWords(command)]
  const requests = dialects.flatMap((words) => (words ? [readCurlWords(words)] : []))
  const [{ url, data, isFile = false } = {}] = requests
  const address = url === undefined ? {} : readUrl(url)
  if (address.problem !== undefined) return { ...found, problem: address.problem }
  if (address.difference) found.differences.push(address.difference)
  if (isFile) {
    return {
      ...found,
      problem: 'The body is in a file, which this page cannot read. Paste the text of the file.',
    }
  }
  for (const { data = '' } of requests) {
    const fields = readBody(data)
    if (fields) return { ...found, fields }
  }
  const fields = readBetweenBraces(command)
  if (fields) {
    const sentence = 'Its quotes break the command in a shell. The text was read as it is meant.'
    // With `@-` the body stands below the command, and no quote is wrong.
    if (data !== '@-') found.differences.push(createDifference('translated', '--data', sentence))
    return { ...found, fields }
  }
  // Without a body, create_portal makes the vendor's default portal.
  if (shell && data === undefined && url !== undefined) return found
  const problem = !shell
    ? 'A quote in the command has no end. Copy the whole command and paste it again.'
    : data === undefined
      ? 'The command has no address and no body. Copy the whole command and paste it again.'
      : 'The body after `--data` is no JSON object. Look at its quotes, commas and braces.'
  return { ...found, problem }
}

/** Reads a body whose quotes are wrong: an apostrophe in a name has ended it too early. */
function readBetweenBraces(command: string): Readonly<Record<string, unknown>> | undefined {
  const start = command.search(/(?<!\$)\{/)
  const end = command.lastIndexOf('}')
  return start < 0 || end < start ? undefined : readBody(command.slice(start, end + 1))
}

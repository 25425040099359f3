import { createDifference } from './createDifference'
import { type Found, isRecord } from './Found'
import { holdsSecret } from './holdsSecret'
import type { Difference, Pasted } from './Pasted'
import { parseJson } from './parseJson'
import { readCode } from './readCode'
import { isCurl, readCurl } from './readCurl'
import { readCustomer } from './readCustomer'
import { readObject } from './readObject'
import { readOptions } from './readOptions'
import { translateFields } from './translateFields'

/** Longest text that is read, in characters. A body with some hundred records is shorter. */
const LONGEST = 200_000

/** Most differences that are listed. */
const MOST = 200

/**
 * Makes options of pasted code: the vendor's cURL, an element of ours, a hook's call, a grant, a story's args, a call of
 * the vendor's client, or JSON. It never throws and runs nothing of the text. No key and no token is in the result.
 *
 * It brings a parser of TypeScript with it (81 kB after gzip), so import it when something is pasted.
 */
export function parsePaste(text: string): Pasted {
  if (text.length > LONGEST) {
    return refuse('json', `The text has ${text.length} characters. The longest that is read has ${LONGEST}.`)
  }
  try {
    return settle(find(unwrap(text)), holdsSecret(text))
  } catch {
    // A text of brackets alone is nested more deeply than any parser goes.
    return refuse('json', 'The text could not be read. It is nested too deeply.')
  }
}

function find(text: string): Found {
  if (!text)
    return { ...refuse('json', 'The text is empty. Paste a cURL, an element, a grant, or JSON.'), fields: {} }
  if (isCurl(text)) return readCurl(text)
  const json = parseJson(text)
  if (json === undefined) return readCode(text)
  if (isRecord(json)) return readObject(json) ?? { source: 'json', fields: json, differences: [] }
  return { ...refuse('json', 'The JSON is no object, and create_portal takes an object.'), fields: {} }
}

function settle({ fields, ...found }: Found, hasSecret: boolean): Pasted {
  const { source, problem } = found
  const differences: Difference[] = [...found.differences]
  if (hasSecret) {
    const sentence = 'The text holds a key or a token. It is kept nowhere. Use it on your server alone.'
    differences.push(createDifference('dropped', 'credentials', sentence))
  }
  if (problem !== undefined) return { source, options: {}, differences: shorten(differences), problem }
  const { customer_data, customer_key: shorthand, ...wire } = fields
  const before = differences.length
  const customer_key = readCustomer({ customer_data, customer_key: shorthand }, differences)
  const isReact = source === 'jsx' || source === 'args'
  const options = readOptions(translateFields(wire, differences), isReact, differences)
  const taken = { ...found, options, ...(customer_key !== undefined && { customer_key }) }
  const read = differences.slice(before)
  const isForeign = read.length > 0 && [...found.differences, ...read].every(({ kind }) => kind === 'dropped')
  return {
    ...taken,
    differences: shorten(differences.filter((one) => one.kind !== 'kept' || !isTranslated(one.field))),
    ...(isForeign && { problem: 'Nothing in this text fits the form.' }),
  }

  function isTranslated(path: string): boolean {
    return differences.some(({ kind, field }) => kind === 'translated' && field === path)
  }
}

function refuse(source: Pasted['source'], problem: string): Pasted {
  return { source, options: {}, differences: [], problem }
}

function shorten(differences: Difference[]): Difference[] {
  if (differences.length <= MOST) return differences
  const rest = createDifference('dropped', '…', `${differences.length - MOST} more fields are not listed.`)
  return [...differences.slice(0, MOST), rest]
}

/** Removes what a copy brings along: Windows line ends, a byte order mark, the fence of a code block. */
function unwrap(text: string): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '')
    .trim()
  return /^```[^\n]*\n([^]*?)\n?```$/.exec(plain)?.[1]?.trim() ?? plain
}

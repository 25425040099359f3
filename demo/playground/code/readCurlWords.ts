/** What a cURL command sends, and to where. */
export interface CurlRequest {
  url?: string | undefined
  /** The body. */
  data?: string | undefined
  /** Whether the body is in a file. */
  isFile?: boolean
}

const DATA = ['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--data-urlencode', '--json']

/** Short options with a value, which may follow the letter at once: `-XPOST`. */
const WITH_VALUE = 'AbcCdDeEFHKmoPQrtTuUwxXyYz'

/** Finds the address and the body among the words of a cURL command. The headers are not read: they hold the key. */
export function readCurlWords(words: readonly string[]): CurlRequest {
  const bodies: string[] = []
  const places: string[] = []
  let isFile = false
  for (let at = 1; at < words.length; at += 1) {
    const [name, attached] = splitOption(words[at] ?? '')
    if (name === undefined) {
      places.push((words[at] ?? '').trim())
      continue
    }
    const value = (): string => attached ?? words[(at += 1)] ?? ''
    if (name === '--url') places.unshift(value())
    else if (DATA.includes(name)) {
      const body = value()
      if (name !== '--data-raw' && /^@./.test(body) && body !== '@-') isFile = true
      else bodies.push(body)
    } else if (name.length === 2 && WITH_VALUE.includes(name[1] ?? '')) value()
    else if (/^--(header|request|user|output)$/.test(name)) value()
  }
  // The value of an option that is not known here stands among the places, and is no address.
  const url =
    places.find((place) => /^https?:\/\//i.test(place)) ??
    places.find((place) => /create_portal|push_data|delete_data/.test(place))
  return { url, data: bodies.length > 0 ? bodies.join('&') : undefined, isFile }
}

/** Gives the option's name and the value that is in the same word. */
function splitOption(word: string): readonly [name?: string, attached?: string | undefined] {
  if (!/^-./.test(word)) return []
  if (word.startsWith('--')) return [word]
  // Letters without a value may stand before: `-sSX POST`.
  const at = [...word].findIndex((letter, index) => index > 0 && WITH_VALUE.includes(letter))
  if (at < 0) return [word.slice(0, 2)]
  return [`-${word[at]}`, word.slice(at + 1) || undefined]
}

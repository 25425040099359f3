/** One piece of a command: a comment, a gap, or a part of a word in one of five ways to quote. */
const PIECE =
  /(?<gap>(?:\s|\\\s|[|;&<>()])+)|'(?<single>[^']*)'|\$'(?<ansi>[^'\\]*(?:\\[^][^'\\]*)*)'|"(?<double>[^"\\]*(?:\\[^][^"\\]*)*)"|\\(?<escaped>[^])|(?<plain>\$(?!')|[^\s'"\\|;&<>()$]+)/y

const ANSI: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  v: '\v',
}

/**
 * Splits a command into words as sh and bash do. Nothing is expanded: `$SEAM_API_KEY` stays as it is. Returns
 * undefined when a quote has no end.
 *
 * It is more tolerant than a shell in one way: a line may end without its backslash, or with a space behind it. An
 * operator only separates words.
 */
export function readShellWords(command: string): string[] | undefined {
  const words: string[] = []
  let word: string | undefined
  for (let at = 0; at < command.length; ) {
    if (word === undefined && command[at] === '#') {
      at = endOfLine(command, at)
      continue
    }
    PIECE.lastIndex = at
    const piece = PIECE.exec(command)
    if (!piece) return undefined
    at = PIECE.lastIndex
    const { gap, single, ansi, double, escaped, plain } = piece.groups ?? {}
    if (gap === undefined) {
      word =
        (word ?? '') +
        (single ?? escaped ?? plain ?? (ansi === undefined ? unescapeDouble(double) : unescapeAnsi(ansi)))
    } else if (word !== undefined) {
      words.push(word)
      word = undefined
    }
  }
  return word === undefined ? words : [...words, word]
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function unescapeDouble(text = ''): string {
  return text.replace(/\\(\r?\n|[$`"\\])/g, (_, escaped: string) => escaped.replace(/\r?\n/, ''))
}

/** `$'…'` of bash. Browsers copy a request in this form when it holds a quote or a line break. */
function unescapeAnsi(text: string): string {
  return text.replace(
    /\\(?:u([\da-fA-F]{1,4})|U([\da-fA-F]{1,6})|x([\da-fA-F]{1,2})|([0-7]{1,3})|([^]))/g,
    (_, short, long, byte, octal, one: string) => {
      const hex: string | undefined = short ?? long ?? byte
      if (hex !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff))
      return octal === undefined ? (ANSI[one] ?? one) : String.fromCharCode(Number.parseInt(octal, 8))
    },
  )
}

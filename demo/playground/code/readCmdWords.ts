/**
 * Splits a command into words as the prompt of Windows does. `^` escapes the next character outside of quotes, and a
 * line break anywhere. After that the program reads `\"` as a quote. Returns undefined when a quote has no end.
 */
export function readCmdWords(command: string): string[] | undefined {
  const words: string[] = []
  let word: string | undefined
  let isQuoted = false
  for (const [piece] of unescapeCarets(command).matchAll(/\\+"|"|\s+|[^\s"\\]+|\\+/g)) {
    if (/^\s/.test(piece) && !isQuoted) {
      if (word !== undefined) words.push(word)
      word = undefined
      continue
    }
    word ??= ''
    if (!piece.endsWith('"')) {
      word += piece
      continue
    }
    // Two backslashes before a quote are one backslash. An odd one makes the quote a character.
    const slashes = piece.length - 1
    word += '\\'.repeat(Math.floor(slashes / 2))
    if (slashes % 2 === 1) word += '"'
    else isQuoted = !isQuoted
  }
  if (isQuoted) return undefined
  return word === undefined ? words : [...words, word]
}

function unescapeCarets(command: string): string {
  let isQuoted = false
  return command.replace(/\^\s*\n|\^([^])|"/g, (piece, escaped: string | undefined) => {
    if (piece === '"') isQuoted = !isQuoted
    else if (escaped === undefined) return ' '
    else if (!isQuoted) return escaped
    else if (escaped === '"') isQuoted = false
    return piece
  })
}

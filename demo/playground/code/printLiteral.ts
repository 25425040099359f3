/** Longest line of a list or object that is printed on one line, with its indent. */
const WIDTH = 64

/** A piece of code in the place of a value. */
export class Code {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Prints a value as the source text of a JavaScript literal. The lines after the first begin with the indent. */
export function printLiteral(value: unknown, indent = ''): string {
  if (value instanceof Code) return value.text
  if (typeof value === 'string') return printString(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const isList = Array.isArray(value)
  const [open, close] = isList ? '[]' : '{}'
  const deeper = `${indent}  `
  const items = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([name, item]) => `${isList ? '' : `${printName(name)}: `}${printLiteral(item, deeper)}`)
  if (items.length === 0) return `${open}${close}`
  const gap = isList ? '' : ' '
  const line = `${open}${gap}${items.join(', ')}${gap}${close}`
  if (!line.includes('\n') && indent.length + line.length <= WIDTH) return line
  return `${open}\n${items.map((item) => `${deeper}${item},\n`).join('')}${indent}${close}`
}

/** Prints `name: value` lines, each with its comma, as they stand inside of an object. */
export function printFields(fields: object, indent: string): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${indent}${printName(name)}: ${printLiteral(value, indent)},\n`)
    .join('')
}

function printName(name: string): string {
  return /^[a-zA-Z_$][\w$]*$/.test(name) ? name : printString(name)
}

function printString(text: string): string {
  // JSON escapes control characters and halves of a character that stand alone, which no file can hold.
  const json = JSON.stringify(text).replace(
    /[\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16)}`,
  )
  if (text.includes("'") && !text.includes('"')) return json
  const inner = json
    .slice(1, -1)
    .replace(/\\.|'/g, (pair) => (pair === '\\"' ? '"' : pair === "'" ? "\\'" : pair))
  return `'${inner}'`
}

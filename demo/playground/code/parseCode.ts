import { parse, type ParserOptions, parseExpression } from '@babel/parser'

/** A node of a syntax tree. Nodes of many kinds are looked at, each for a few of its fields. */
export interface SyntaxNode {
  readonly type: string
  readonly [field: string]: unknown
}

const OPTIONS: ParserOptions = {
  sourceType: 'module',
  plugins: ['jsx', 'typescript'],
  // A fragment of a program: its `return` and `await` may stand outside of their function.
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
}

/** Parses one expression, such as an object or an element. Returns undefined for any other text. */
export function parseExpressionText(text: string): SyntaxNode | undefined {
  const parsed = attempt(() => parseExpression(text, OPTIONS))
  return 'tree' in parsed ? parsed.tree : undefined
}

/** Parses TypeScript with JSX. For a text that is none, gives the line of the first mistake. */
export function parseCode(text: string): Parsed {
  const whole = attempt(() => parseExpression(text, OPTIONS))
  // To a program, an object that breaks off is a block with a mistake in its first line.
  if ('tree' in whole || text.startsWith('{')) return whole
  // Fields alone, such as `args: { … }`, are not a program.
  const fields = parseExpressionText(`({${text}\n})`)
  return fields ? { tree: fields } : attempt(() => parse(text, OPTIONS).program)
}

type Parsed = { tree: SyntaxNode } | { line: number }

function attempt(parse: () => object): Parsed {
  try {
    return { tree: parse() as SyntaxNode }
  } catch (error) {
    const { loc } = error as { loc?: { line: number } }
    return { line: loc?.line ?? 1 }
  }
}

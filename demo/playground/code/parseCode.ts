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
  try {
    return parseExpression(text, OPTIONS) as unknown as SyntaxNode
  } catch {
    return undefined
  }
}

/** Parses TypeScript with JSX. For a text that is none, gives the line of the first mistake. */
export function parseCode(text: string): { tree: SyntaxNode } | { line: number } {
  // Fields alone, such as `args: { … }`, are not a program.
  const whole = parseExpressionText(text) ?? parseExpressionText(`({${text}\n})`)
  if (whole) return { tree: whole }
  try {
    return { tree: parse(text, OPTIONS).program as unknown as SyntaxNode }
  } catch (error) {
    const { loc } = error as { loc?: { line: number } }
    return { line: loc?.line ?? 1 }
  }
}

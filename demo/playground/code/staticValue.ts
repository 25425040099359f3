import { COMPUTED, isRecord } from './Found'
import type { SyntaxNode } from './parseCode'

/** The constants of a text. */
export interface Constants {
  /** Their values, by name. */
  readonly nodes: Map<string, SyntaxNode>
  /** How often one may still be read. Constants that are made of constants would grow without end. */
  left: number
}

const NAMES: Readonly<Record<string, unknown>> = { undefined, True: true, False: false, None: undefined }

/** Gives the value of an expression without running it: literals, and constants of literals. Else COMPUTED. */
export function staticValue(node: SyntaxNode, constants: Constants = { nodes: new Map(), left: 0 }): unknown {
  const read = (inner: unknown): unknown => staticValue(inner as SyntaxNode, constants)
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value
    case 'NullLiteral':
      return null
    case 'TemplateLiteral': {
      const [only, ...more] = node.quasis as { value: { cooked: string } }[]
      return more.length === 0 ? only?.value.cooked : COMPUTED
    }
    case 'UnaryExpression':
      return readUnary(node.operator, read(node.argument))
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'JSXExpressionContainer':
      return read(node.expression)
    case 'Identifier': {
      const name = node.name as string
      if (Object.hasOwn(NAMES, name)) return NAMES[name]
      const constant = constants.left > 0 ? constants.nodes.get(name) : undefined
      if (!constant) return COMPUTED
      constants.left -= 1
      return read(constant)
    }
    case 'ArrayExpression':
      return (node.elements as (SyntaxNode | null)[]).map((one) => (one ? read(one) : COMPUTED))
    case 'ObjectExpression':
      return readFields(node.properties as SyntaxNode[], read)
    default:
      return COMPUTED
  }
}

/** Gives the fields of an object, of an element's attributes, or of a call's named arguments. */
export function readFields(
  nodes: readonly SyntaxNode[],
  read: (node: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    nodes.flatMap((node): [string, unknown][] => {
      if (/^(JSX)?Spread(Element|Attribute)$/.test(node.type)) {
        const spread = read(node.argument)
        return isRecord(spread)
          ? Object.entries(spread)
          : [[`…${nameOf(node.argument as SyntaxNode) ?? ''}`, COMPUTED]]
      }
      const name = nameOf((node.key ?? node.name ?? node.left) as SyntaxNode)
      if (node.computed || name === undefined) return [['…', COMPUTED]]
      if (node.type === 'JSXAttribute') return [[name, node.value ? read(node.value) : true]]
      return [[name, node.type === 'ObjectMethod' ? COMPUTED : read(node.value ?? node.right)]]
    }),
  )
}

/** Gives the name of a field, a function or an element. Of `PortalDialog.Root` it is the last part. */
export function nameOf(node: SyntaxNode | undefined): string | undefined {
  switch (node?.type) {
    case 'Identifier':
    case 'JSXIdentifier':
      return node.name as string
    case 'StringLiteral':
      return node.value as string
    case 'JSXMemberExpression':
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return nameOf(node.property as SyntaxNode)
    default:
      return undefined
  }
}

function readUnary(operator: unknown, value: unknown): unknown {
  if (typeof value !== 'number') return COMPUTED
  // Minified code writes `!0` for true.
  return operator === '!' ? !value : operator === '-' ? -value : COMPUTED
}

import { COMPUTED, type Found, isRecord } from './Found'
import type { SyntaxNode } from './parseCode'
import { readObject } from './readObject'
import { readProps } from './readProps'
import { type Constants, nameOf, readFields, staticValue } from './staticValue'

const HOOKS = ['usePortal', 'usePortalLauncher', 'prefetch']

/** Functions of many libraries. They count only when their argument has fields of create_portal. */
const COMMON = ['open', 'stringify']

/** Reads a call whose argument is a portal's options: a hook, `createPortal` of a client, `create_portal` of Python. */
export function readCall(call: SyntaxNode, constants: Constants): Found | undefined {
  const name = nameOf(call.callee as SyntaxNode) ?? ''
  const isClient = name === 'createPortal' || name === 'create_portal'
  if (!isClient && !HOOKS.includes(name) && !COMMON.includes(name)) return undefined
  const [first, ...more] = call.arguments as SyntaxNode[]
  const read = (node: unknown): unknown => staticValue(node as SyntaxNode, constants)
  if (first?.type === 'AssignmentExpression') return sdk(readFields([first, ...more], read))
  const fields = first ? read(first) : {}
  if (isRecord(fields)) {
    if (isClient) return sdk(fields)
    if (HOOKS.includes(name)) return readProps('jsx', fields)
    const found = readObject(fields)
    return found && name === 'open' ? readProps('jsx', fields) : found
  }
  // React has a createPortal too. Its first argument is an element.
  if (COMMON.includes(name) || first?.type !== 'Identifier') return undefined
  const unknown = { [`…${nameOf(first) ?? ''}`]: COMPUTED }
  return isClient ? sdk(unknown) : readProps('jsx', unknown)
}

function sdk(fields: Record<string, unknown>): Found {
  return { source: 'sdk', fields, differences: [] }
}

import { type Found, isRecord } from './Found'
import type { SyntaxNode } from './parseCode'
import { readCall } from './readCall'
import { readObject } from './readObject'
import { readProps } from './readProps'
import { type Constants, nameOf, readFields, staticValue } from './staticValue'

/** What is around a node: the theme of an element above it, and the component that a story is of. */
interface Around {
  theme?: unknown
  component?: string | undefined
}

const COMPONENTS = ['PortalFrame', 'PortalLauncher', 'PortalDialog.Root']

/** Finds every portal in a program, in the order of the text. Without one, it finds objects with fields of create_portal. */
export function findPortals(tree: SyntaxNode): Found[] {
  const constants: Constants = { nodes: new Map(), left: 50 }
  const portals: Found[] = []
  const bodies: Found[] = []
  visit(tree, {})
  return portals.length > 0 ? portals : bodies.slice(0, 1)

  function visit(node: SyntaxNode, above: Around): void {
    const around = { ...above, ...noteContext(node) }
    const found = readNode(node, around)
    if (found) {
      // An object may be anything, so it counts only where nothing else does.
      ;(found.source === 'json' && node.type === 'ObjectExpression' ? bodies : portals).push(found)
      return
    }
    for (const child of Object.values(node).flat()) if (isNode(child)) visit(child, around)
  }

  function noteContext(node: SyntaxNode): Around {
    if (node.type === 'JSXElement') {
      const theme = attributesOf(node)['data-theme']
      return theme === undefined ? {} : { theme }
    }
    if (node.type !== 'VariableDeclarator') return {}
    const name = nameOf(node.id as SyntaxNode)
    if (name !== undefined && isNode(node.init) && !constants.nodes.has(name)) {
      constants.nodes.set(name, node.init)
    }
    // `const Configured: StoryObj<typeof PortalFrame> = …`
    return { component: /"name":"(PortalFrame|PortalLauncher)"/.exec(JSON.stringify(node.id))?.[1] }
  }

  function readNode(node: SyntaxNode, { theme, component }: Around): Found | undefined {
    switch (node.type) {
      case 'JSXElement': {
        const { name } = node.openingElement as { name: SyntaxNode }
        const element = isNode(name.object) ? `${nameOf(name.object)}.${nameOf(name)}` : nameOf(name)
        if (element === undefined || !COMPONENTS.includes(element)) return undefined
        const props = { ...attributesOf(node), ...(theme !== undefined && { 'data-theme': theme }) }
        return readProps('jsx', props, element)
      }
      case 'CallExpression':
        return readCall(node, constants)
      case 'ObjectExpression': {
        const fields = staticValue(node, constants)
        return isRecord(fields) ? readObject(fields, component) : undefined
      }
      default:
        return undefined
    }
  }

  function attributesOf(element: SyntaxNode): Record<string, unknown> {
    const { attributes } = element.openingElement as { attributes: SyntaxNode[] }
    return readFields(attributes, (node) => staticValue(node as SyntaxNode, constants))
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return isRecord(value) && typeof value.type === 'string'
}

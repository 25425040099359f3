import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { OPEN_API, OPEN_API_CUSTOMER_PORTAL, type OpenApiNode } from './openApi'
import { PAGE_FIELDS, vendorCoverage } from './vendorCoverage'

describe('docs/vendor-coverage.md', () => {
  it('is what the script writes from the schemas', () => {
    const written = readFileSync('docs/vendor-coverage.md', 'utf8')
    expect(written, 'docs/vendor-coverage.md is old. Run: node .ci/vendorCoverage.mjs').toBe(vendorCoverage())
  })

  const pages = { ...OPEN_API, customer_portal: OPEN_API_CUSTOMER_PORTAL }
  for (const page of ['create_portal', 'push_data', 'delete_data', 'customer_portal'] as const) {
    it(`has every field that the OpenAPI text gives ${page}, and no other`, () => {
      const ours = PAGE_FIELDS[page].map(({ path }) => path)
      const vendors = new Set(pathsOf(pages[page]).filter((path) => path !== '_dev'))
      expect(ours.toSorted()).toEqual([...vendors].toSorted())
    })
  }
})

/** Lists the fields of the text that hold a value. */
function pathsOf(node: OpenApiNode, at = ''): string[] {
  const parts = [...(node.allOf ?? []), ...(node.oneOf ?? [])]
  if (parts.length > 0) return parts.flatMap((part) => pathsOf(part, at))
  if (node.properties) {
    return Object.entries(node.properties).flatMap(([name, inner]) =>
      pathsOf(inner, at ? `${at}.${name}` : name),
    )
  }
  return node.items?.properties ? pathsOf(node.items, `${at}[]`) : [at]
}

import * as fc from 'fast-check'
import type * as z from 'zod/mini'

/** Texts that some language, shell or file treats in its own way. */
const SPECIAL = [
  ...`'"\\\`$&<>{}()[]|;#@^%!~*?=`,
  '\n',
  '\r\n',
  '\t',
  '\0',
  '${SEAM_API_KEY}',
  "'\\''",
  '\\u0041',
  '\\n',
  '&quot;',
  '</script>',
  '/* */',
  '//',
  '{count}',
  '\u2028',
  '\ud800',
  '\ufeff',
  'é',
  '日本',
  '🔑',
  '👩‍👩‍👧',
  ' ',
  'a',
]

/** Any text, most often a difficult one. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...SPECIAL), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
  fc.string(),
  // A provider whose key begins as an API key does.
  fc.constant('seam_bridge'),
)

/** Makes values that a schema takes, from the schema itself: a new field is generated as soon as it is there. */
export function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'optional':
      return arbitraryOf(def.innerType)
    case 'boolean':
      return fc.boolean()
    case 'string': {
      const [pattern] = (def.checks ?? []).flatMap((check) => {
        const rule = check._zod.def as { pattern?: RegExp }
        return rule.pattern ? [rule.pattern] : []
      })
      return pattern ? fc.stringMatching(new RegExp(pattern.source)) : anyText
    }
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'array':
      return fc.array(arbitraryOf(def.element), { maxLength: 3 })
    case 'union':
      return fc.oneof(...def.options.map(arbitraryOf))
    case 'object': {
      const fields = Object.entries(def.shape).map(([name, field]) => [name, arbitraryOf(field)] as const)
      const requiredKeys = Object.entries(def.shape)
        .filter(([, field]) => (field as z.core.$ZodTypes)._zod.def.type !== 'optional')
        .map(([name]) => name)
      return fc.record(Object.fromEntries(fields), { requiredKeys })
    }
    default:
      throw new Error(`No values are made for a schema of the type ${def.type}.`)
  }
}

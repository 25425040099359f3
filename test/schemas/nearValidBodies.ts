import type { OpenApiNode } from './openApi'

/** Returns the next number from 0 up to 1. */
export type Random = () => number

/** A small generator of random numbers (mulberry32): the same seed gives the same bodies everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Makes bodies for a text. Each starts as a body that the text allows.
 * Then one field, and sometimes a few more, is changed. Every field of the text is as likely as any other.
 * So a body breaks few rules, and a wrong verdict shows which rule it is about.
 */
export function nearValidBodies(root: OpenApiNode, random: Random): () => unknown {
  const routes = routesOf(root)
  return () => {
    if (random() < 0.005) return otherType(random)
    const route = pick(random, routes)
    const target = route.at(-1)
    const body = validValue(root, random, route)
    if (random() < 0.05) return body
    const chosen = placesOf(root, body).filter(({ node }) => node === target)
    if (chosen.length > 0) changePlace(pick(random, chosen), random)
    while (random() < 0.15) {
      const places = placesOf(root, body)
      if (places.length > 0) changePlace(pick(random, places), random)
    }
    return body
  }
}

/** The nodes from the root of the text to one field. */
type Route = readonly OpenApiNode[]

function routesOf(node: OpenApiNode, to: Route = []): Route[] {
  const parts = [...(node.allOf ?? []), ...(node.oneOf ?? [])].flatMap((part) =>
    routesOf(part, [...to, part]),
  )
  const fields = [...Object.values(node.properties ?? {}), node.items, node.additionalProperties].flatMap(
    (field) => (field ? [[...to, field], ...routesOf(field, [...to, field])] : []),
  )
  return [...parts, ...fields]
}

/** A value of a body: the object that holds it, and its node in the text. */
interface Place {
  holder: Record<string, unknown> | unknown[]
  name: string | number
  node: OpenApiNode
}

/** For each pattern and format: texts that match, and texts that nearly match. */
const SAMPLES: Record<string, { fit: readonly string[]; miss: readonly string[] }> = {
  uuid: {
    fit: [
      '67c58f1f-f148-4415-a63c-dc6c145c6b91',
      '00000000-0000-0000-0000-000000000000',
      'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB',
    ],
    miss: [
      '',
      '67c58f1ff1484415a63cdc6c145c6b91',
      '67c58f1f-f148-4415-a63c-dc6c145c6b9',
      '67c58f1f-f148-4415-a63c-dc6c145c6b9g',
      '{67c58f1f-f148-4415-a63c-dc6c145c6b91}',
      '67c58f1f-f148-4415-a63c-dc6c145c6b91\n',
      ' 67c58f1f-f148-4415-a63c-dc6c145c6b91',
    ],
  },
  'date-time': {
    fit: [
      '2026-03-01T15:00:00Z',
      '2024-02-29T00:00:00.123456Z',
      '2026-12-31T23:59:59+14:00',
      '2000-02-29T12:00:00-00:30',
      '0004-02-29T00:00:00Z',
      '0000-01-01T00:00:00Z',
    ],
    miss: [
      '',
      '2026-03-01',
      '2026-03-01 15:00:00Z',
      '2026-03-01T15:00Z',
      '2026-03-01T15:00:00',
      '2026-02-29T00:00:00Z',
      '1900-02-29T00:00:00Z',
      '2026-04-31T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '2026-00-10T00:00:00Z',
      '2026-03-00T00:00:00Z',
      '2026-03-01T24:00:00Z',
      '2026-03-01T15:60:00Z',
      '2026-03-01T15:00:60Z',
      '2026-03-01T15:00:00+24:00',
      '2026-03-01T15:00:00+01:60',
      '2026-03-01T15:00:00+0100',
      '2026-03-01t15:00:00z',
      '2026-03-01T15:00:00.Z',
      '2026-03-01T15:00:00Z\n',
      '26-03-01T15:00:00Z',
      '+002026-03-01T15:00:00Z',
    ],
  },
  '^[a-zA-Z_]\\w*$': {
    fit: ['owner_id', '_', 'Z9', 'a'],
    miss: ['', '9lives', 'owner-id', 'owner.id', ' owner', 'owner\n', 'größe'],
  },
  '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$': {
    fit: ['15:00', '00:00', '23:59:59', '09:30:00'],
    miss: ['', '24:00', '9:30', '15:60', '15:00:60', '15:00:', '15', '15:00Z', '15:00\n', '3:00 PM'],
  },
}

const LETTER = '\u{1d4b3}'
const FREE = ['a', '', 'Suite 12', ' padded ', 'null', '0', 'Ελλάδα', LETTER, '\u0000', 'space_key']
const LONG = ['x'.repeat(500), LETTER.repeat(500), `${'x'.repeat(499)}${LETTER}`]
const TOO_LONG = ['x'.repeat(501), LETTER.repeat(501), `${'x'.repeat(500)}${LETTER}`]
const OTHER_TYPES = `null true false 0 1 -1 1.5 1e21 "text" "" "true" [] {} [{}] ["a"] [null] [1]`.split(' ')
const EXTRA = [
  '_dev',
  'metadata',
  'customer_keys',
  'site_keys',
  'name',
  'constructor',
  'toString',
  'resource_id',
]

/** Makes a value that the text allows, with the fields of the route in it. */
function validValue(node: OpenApiNode, random: Random, route: Route = []): unknown {
  if (node.nullable && !route.includes(node) && random() < 0.2) return null
  if (node.allOf) return Object.assign({}, ...node.allOf.map((part) => validValue(part, random, route)))
  if (node.oneOf) {
    const branch = node.oneOf.find((one) => route.includes(one)) ?? pick(random, node.oneOf)
    return validValue(branch, random, route)
  }
  if (node.enum) return pick(random, node.enum)
  switch (node.type) {
    case 'boolean':
      return random() < 0.5
    case 'integer':
      return pick(random, [1, 30, 1440, 2 ** 40, 1e21])
    case 'number':
      return pick(random, [0, -122.42, 37.77, 1e9, -0.5])
    case 'array':
      return validList(node.items ?? {}, random, route)
    case 'object':
      return validObject(node, random, route)
    case 'string':
      return validText(node, random)
    default:
      throw new Error(`The text uses a type the generator does not know: ${node.type}`)
  }
}

function validList(items: OpenApiNode, random: Random, route: Route): unknown[] {
  const length = Math.floor(random() * random() * 4) || Number(route.includes(items))
  return Array.from({ length }, () => validValue(items, random, route))
}

function validObject(node: OpenApiNode, random: Random, route: Route): Record<string, unknown> {
  const { properties = {}, required = [], additionalProperties } = node
  const names = Object.keys(properties)
  // About three optional fields, so that a body in a failure report is short enough to read.
  const chance = Math.min(0.5, 3 / names.length)
  const value: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(properties)) {
    if (required.includes(name) || route.includes(property) || random() < chance) {
      value[name] = validValue(property, random, route)
    }
  }
  if (additionalProperties) {
    const facts = Math.floor(random() * 3) || Number(route.includes(additionalProperties))
    for (let fact = 0; fact < facts; fact += 1) {
      value[pick(random, ['owner', 'vip', 'a b', ''])] = validValue(additionalProperties, random, route)
    }
  }
  return value
}

function validText(node: OpenApiNode, random: Random): string {
  const rule = node.pattern ?? node.format
  if (rule) return pick(random, samples(rule).fit)
  const texts = node.maxLength ? [...FREE, ...LONG] : FREE
  return pick(random, node.minLength ? texts.filter((text) => text) : texts)
}

function placesOf(node: OpenApiNode, body: unknown): Place[] {
  const places: Place[] = []
  walk(node, body)
  return places

  function walk(at: OpenApiNode, value: unknown): void {
    if (value === null || typeof value !== 'object') return
    for (const part of at.allOf ?? []) walk(part, value)
    const branch = at.oneOf?.find((one) => isBranchOf(one, value))
    if (branch) return walk(branch, value)
    const entries = Array.isArray(value)
      ? value.map((item, index) => [index, item, at.items] as const)
      : Object.entries(value).map(([name, item]) => [name, item, propertyOf(at, name)] as const)
    for (const [name, item, next] of entries) {
      if (!next) continue
      places.push({ holder: value as Place['holder'], name, node: next })
      walk(next, item)
    }
  }
}

// An unknown field may be called constructor, which every object inherits.
function propertyOf(
  { properties = {}, additionalProperties }: OpenApiNode,
  name: string,
): OpenApiNode | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : additionalProperties
}

function isBranchOf({ required = [], oneOf }: OpenApiNode, value: object): boolean {
  return oneOf
    ? oneOf.some((one) => isBranchOf(one, value))
    : required.length > 0 && required.every((name) => name in value)
}

/** Changes a value or what is around it. The text allows some of these changes, and so must the schemas. */
function changePlace({ holder, name, node }: Place, random: Random): void {
  const into = holder as Record<string | number, unknown>
  const change = random()
  if (change < 0.15 && !Array.isArray(holder)) delete into[name]
  else if (change < 0.22 && !Array.isArray(holder)) {
    into[pick(random, EXTRA)] = otherType(random)
  } else if (change < 0.6) into[name] = nearMiss(node, random)
  else if (change < 0.7) into[name] = validValue(node, random)
  else into[name] = otherType(random)
}

function nearMiss(node: OpenApiNode, random: Random): unknown {
  if (node.oneOf) {
    // Fills two or three branches of a union that allows one.
    const values = Array.from({ length: random() < 0.5 ? 2 : 3 }, () => validValue(node, random))
    return values.every((value) => value !== null && typeof value === 'object')
      ? Object.assign({}, ...values)
      : nearMiss(pick(random, node.oneOf), random)
  }
  if (node.enum)
    return pick(random, [...node.enum.map((one) => one.toUpperCase()), ' ', '', 'auto', 'en', '=='])
  const rule = node.pattern ?? node.format
  if (rule && node.type === 'string') return pick(random, samples(rule).miss)
  if (node.type === 'string') return pick(random, node.maxLength ? TOO_LONG : ['', '', ...TOO_LONG])
  if (node.type === 'integer') return pick(random, [0, -1, 0.5, 1.0000001, -0, '30'])
  if (node.type === 'array') return [validValue(node.items ?? {}, random), otherType(random)]
  return otherType(random)
}

function otherType(random: Random): unknown {
  return JSON.parse(pick(random, OTHER_TYPES))
}

function samples(rule: string): { fit: readonly string[]; miss: readonly string[] } {
  const found = SAMPLES[rule]
  if (!found) throw new Error(`The text uses a rule the generator does not know: ${rule}`)
  return found
}

function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value
}

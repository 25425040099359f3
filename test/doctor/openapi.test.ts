import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import manifest from '../../package.json' with { type: 'json' }
import { jsonSchemaVerdict } from '../schemas/jsonSchemaVerdict'
import { nearValidBodies, seededRandom } from '../schemas/nearValidBodies'
import { OPEN_API } from '../schemas/openApi'
import { startProxy } from '../server/startProxy'
import { decidedBy, proxyOpenApi } from './proxyOpenApi'

type Json = Record<string, unknown>

const BODIES = 3000
const SEED = Number(process.env.SCHEMA_SEED ?? Date.now() % 1_000_000_000)

const document = parse(readFileSync('openapi.yaml', 'utf8')) as {
  components: { schemas: Json }
  paths: Record<string, { post: { responses: Json } }>
}

const REQUESTS = {
  create_portal: 'CreatePortalRequest',
  push_data: 'CustomerData',
  delete_data: 'DeleteDataRequest',
}

describe('openapi.yaml', () => {
  it('is what the command writes', () => {
    const options = { aliasDuplicateObjects: false, lineWidth: 0 }
    const text = stringify(proxyOpenApi(manifest.version), options)
    expect(readFileSync('openapi.yaml', 'utf8'), 'Run: node .ci/openapi.mjs').toBe(text)
  })

  it.each(Object.entries(REQUESTS))(
    `judges ${BODIES} bodies of %s as the vendor’s text does`,
    (operation, name) => {
      const text = OPEN_API[operation as keyof typeof REQUESTS]
      const allows = jsonSchemaVerdict(text)
      const ours = verdictOf(name)
      const nextBody = nearValidBodies(text, seededRandom(SEED))
      let allowed = 0
      for (let index = 0; index < BODIES; index += 1) {
        const body: unknown = JSON.parse(JSON.stringify(nextBody()))
        // The vendor's text knows this field, and the contract does not.
        if (body !== null && typeof body === 'object') delete (body as Json)._dev
        const theirs = allows(body)
        if (theirs) allowed += 1
        expect(ours(body), `SCHEMA_SEED=${SEED} ${JSON.stringify(body)}`).toBe(theirs)
      }
      expect(allowed).toBeGreaterThan(BODIES / 4)
    },
  )

  it('says of each option who decides, as docs/backend.md does', () => {
    const { properties } = document.components.schemas.CreatePortalRequest as {
      properties: Record<string, Json>
    }
    const by = (who: string) =>
      Object.keys(properties).filter((name) => properties[name]?.['x-decided-by'] === who)
    expect(by('ceiling')).toEqual(['features', 'customer_resources_filters', 'read_only'])
    expect(by('browser')).toEqual([
      'is_embedded',
      'deep_link',
      'landing_page',
      'locale',
      'navigation_mode',
      'exclude_locale_picker',
    ])
    expect(by('server')).toEqual(['customization_profile_id', 'customer_data'])
    expect(decidedBy('read_only')).toBe('ceiling')
  })

  it('describes what the handler answers: portals and errors', async () => {
    const portal = verdictOf('PortalLink')
    const error = verdictOf('Error')
    const { ask } = startProxy()
    const { customer_portal } = (await (await ask('create_portal')).json()) as Json
    expect(portal(customer_portal)).toBe(true)
    const { ask: askSignedOut } = startProxy({ grant: null })
    for (const answer of [
      await askSignedOut('create_portal'),
      await ask('create_portal', '{'),
      await ask('none'),
    ]) {
      expect(Object.keys(document.paths['/customers/create_portal']?.post.responses ?? {})).toContain(
        String(answer.status),
      )
      expect(error(await answer.json())).toBe(true)
    }
  })

  it('has a place for every reference', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g)]
    const components = document.components as Record<string, Json>
    expect(references.length).toBeGreaterThan(40)
    for (const [, kind = '', name = ''] of references) expect(components[kind]).toHaveProperty([name])
  })
})

/** A validator for one of the document's schemas, made by a JSON-Schema library. */
function verdictOf(name: string): (value: unknown) => boolean {
  const ajv = new Ajv({
    strict: false,
    formats: { uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, 'date-time': isDateTime },
  })
  return ajv.compile({ ...(toDraft7(document) as Json), $ref: `#/components/schemas/${name}` })
}

/** JSON Schema writes OpenAPI's `nullable` as another branch. */
function toDraft7(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toDraft7)
  if (node === null || typeof node !== 'object') return node
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([name, inner]) => [name, toDraft7(inner)]),
  )
  return nullable === true ? { anyOf: [{ type: 'null' }, rest] } : rest
}

function isDateTime(value: string): boolean {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(value)
  const time = new Date(`${match?.[1]}Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(match?.[1] ?? '-')
}

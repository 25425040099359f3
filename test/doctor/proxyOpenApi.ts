import * as z from 'zod/mini'
import { DateTime } from '../../src/schemas/DateTime'
import * as schemas from '../../src/schemas/index'
import { Uuid } from '../../src/schemas/Uuid'
import { clampOptions, type PortalGrant } from '../../src/server/index'
import { OPERATIONS, type Operation } from '../../src/wire/OPERATIONS'
import { PORTAL_ERRORS } from '../../src/wire/PORTAL_ERRORS'

type Json = Record<string, unknown>

type Options = schemas.PortalOptions

/** The schemas that the contract needs, by the names that generated types get. */
const { CreatePortalRequest, CustomMetadata, CustomerData, DeleteDataRequest, PortalLink } = schemas

/** Returns the machine-readable contract of a proxy: its three routes in OpenAPI 3.0. */
export function proxyOpenApi(version: string): Json {
  return {
    openapi: '3.0.3',
    info: {
      title: 'A proxy for react-seam-portal',
      version,
      description:
        'Written by node .ci/openapi.mjs from the schemas and from clampOptions. docs/backend-contract.md says the same in words.\n`x-decided-by` says who decides about an option: `browser` (unless the server sets it), `ceiling` (the server sets it, the browser may only narrow it), `server` (never taken from the browser).',
    },
    paths: {
      '/customers/create_portal': route(
        'create_portal',
        'CreatePortalRequest',
        'Opens a portal for the customer of the session.',
        {
          type: 'object',
          properties: { customer_portal: ref('PortalLink'), ok: { type: 'boolean' } },
          required: ['customer_portal'],
        },
      ),
      '/customers/push_data': route(
        'push_data',
        'CustomerData',
        'Upserts records. Leave it out unless you need it.',
        OK,
      ),
      '/customers/delete_data': route(
        'delete_data',
        'DeleteDataRequest',
        'Deletes records. Leave it out unless you need it.',
        OK,
      ),
    },
    components: {
      schemas: { ...ownSchemas(), Error: ENVELOPE },
      headers: {
        'x-request-id': { description: 'The reference of the answer.', schema: { type: 'string' } },
        'cache-control': { description: 'Always no-store.', schema: { type: 'string', enum: ['no-store'] } },
        'retry-after': { description: 'Seconds, or a date.', schema: { type: 'string' } },
      },
    },
  }
}

const OK: Json = { type: 'object', properties: { ok: { type: 'boolean' } } }

const ENVELOPE: Json = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        type: { type: 'string', description: 'One of the codes of the status, or any other word.' },
        message: { type: 'string', description: 'What went wrong. It holds no key and no portal address.' },
        validation_errors: {
          type: 'object',
          description: 'A tree of the body’s fields, each with `_errors`: a list of sentences.',
        },
      },
      required: ['type', 'message'],
    },
    ok: { type: 'boolean', enum: [false] },
  },
  required: ['error'],
}

function route(operation: Operation, body: string, summary: string, answer: Json): Json {
  const { maxBytes } = OPERATIONS[operation]
  return {
    post: {
      operationId: operation,
      summary,
      requestBody: {
        required: true,
        description: `At most ${maxBytes} bytes.`,
        content: { 'application/json': { schema: ref(body) } },
      },
      responses: {
        200: {
          description: 'It was done.',
          headers: headers('cache-control', 'x-request-id'),
          ...content(answer),
        },
        ...errors(),
      },
    },
  }
}

/** An answer for each status that the handler gives, with its codes. */
function errors(): Json {
  const codes = new Map<number, string[]>()
  for (const [code, { status }] of Object.entries(PORTAL_ERRORS)) {
    if (status > 0) codes.set(status, [...(codes.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...codes].map(([status, names]) => [
      status,
      {
        description: `\`error.type\`: ${names.join(', ')}`,
        headers: headers('cache-control', 'x-request-id', ...(status === 429 ? ['retry-after'] : [])),
        ...content(ref('Error')),
      },
    ]),
  )
}

function content(schema: Json): Json {
  return { content: { 'application/json': { schema } } }
}

function headers(...names: string[]): Json {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` }
}

/** Our schemas as JSON Schema, each with the rules that code holds and JSON Schema does not see. */
function ownSchemas(): Json {
  const registry = z.registry<{ id: string }>()
  const all = { CreatePortalRequest, CustomerData, DeleteDataRequest, PortalLink, ...resources() }
  for (const [id, schema] of Object.entries(all)) registry.add(schema, { id })
  const { schemas: written } = z.toJSONSchema(registry, {
    target: 'openapi-3.0',
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    override({ zodSchema, jsonSchema }) {
      const schema: unknown = zodSchema
      if (schema === DateTime) jsonSchema.format = 'date-time'
      if (schema === Uuid) {
        jsonSchema.format = 'uuid'
        delete jsonSchema.pattern
      }
    },
  })
  const found = written as unknown as Record<
    string,
    { $id?: string; properties?: Record<string, Json>; additionalProperties?: { anyOf?: Json[] } }
  >
  const [text] = found.CustomMetadata?.additionalProperties?.anyOf ?? []
  if (text) text.maxLength = 500
  Object.assign(found.Space?.properties?.duration_minutes ?? {}, { type: 'integer', minimum: 1 })
  for (const schema of Object.values(found)) delete schema.$id
  const options = found.CreatePortalRequest?.properties ?? {}
  // A switch for the vendor's own staff, which a proxy drops.
  delete options._dev
  for (const [name, schema] of Object.entries(options)) {
    schema['x-decided-by'] = name === 'customer_data' ? 'server' : decidedBy(name as keyof Options)
  }
  return found
}

/** The schemas of single records, and of the parts of an option. */
function resources(): Record<string, z.ZodMiniType> {
  const { LandingPage, DeepLink, PortalFeatures, CustomerResourcesFilter } = schemas
  const { Space, Site, Property, Room, CommonArea, Unit, Facility, Building, Listing, PropertyListing } =
    schemas
  const { Guest, Tenant, Resident, User, UserIdentity, StaffMember, Reservation, Booking, AccessGrant } =
    schemas
  return {
    LandingPage,
    DeepLink,
    PortalFeatures,
    CustomerResourcesFilter,
    CustomMetadata,
    Space,
    Site,
    Property,
    Room,
    CommonArea,
    Unit,
    Facility,
    Building,
    Listing,
    PropertyListing,
    Guest,
    Tenant,
    Resident,
    User,
    UserIdentity,
    StaffMember,
    Reservation,
    Booking,
    AccessGrant,
  }
}

/** For each option a value that a browser asks for, and one that the grant sets: the browser's is the wider one. */
const SAMPLES: { [Name in keyof Options]-?: readonly [Options[Name], Options[Name]] } = {
  is_embedded: [true, false],
  deep_link: [
    { resource_type: 'space', resource_key: 'a' },
    { resource_type: 'space', resource_key: 'b' },
  ],
  landing_page: [{ manage: { room_key: 'a' } }, { manage: { room_key: 'b' } }],
  locale: ['de-DE', 'fr-FR'],
  features: [{ organize: { exclude: false } }, { organize: { exclude: true } }],
  navigation_mode: ['full', 'restricted'],
  exclude_locale_picker: [false, true],
  customization_profile_id: ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'],
  customer_resources_filters: [[], [{ field: 'region', operation: '=', value: 'north' }]],
  read_only: [false, true],
}

/** Who decides about an option, as `clampOptions` has it. */
export function decidedBy(name: keyof Options): 'browser' | 'ceiling' | 'server' {
  const [asked, granted] = SAMPLES[name]
  const clamp = (requested: Options, portal: PortalGrant['portal']) =>
    clampOptions(requested, { portal })[name]
  if (clamp({ [name]: granted }, undefined) === undefined) return 'server'
  // What only the server says alone holds against a browser that asks for more; a browser may still ask for less.
  const holds = isSame(clamp({ [name]: asked }, { [name]: granted }), clamp({}, { [name]: granted }))
  const narrows = isSame(clamp({ [name]: granted }, { [name]: asked }), clamp({ [name]: granted }, undefined))
  return holds && narrows ? 'ceiling' : 'browser'
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

import { PortalOptions } from '../../../src/schemas/index'
import { createDifference } from './createDifference'
import { COMPUTED, type Found, isRecord } from './Found'
import { readProps } from './readProps'
import { shapeOf } from './shapeOf'

const BODY_FIELDS = [...Object.keys(shapeOf(PortalOptions) ?? {}), 'customer_data', 'customer_key']

/** Fields of a grant that no body has. */
const GRANT_FIELDS = ['portal', 'allow', 'actor']

/** Reads an object by what is in it: a grant, a story, or a body of create_portal. Any other object is undefined. */
export function readObject(fields: Readonly<Record<string, unknown>>, component?: string): Found | undefined {
  if (GRANT_FIELDS.some((name) => Object.hasOwn(fields, name)) || fields.customer_key === COMPUTED) {
    return readGrant(fields)
  }
  const { args, globals } = fields
  if (isRecord(args)) {
    const theme = isRecord(globals) && globals.theme !== undefined ? { 'data-theme': globals.theme } : {}
    return readProps('args', { ...args, ...theme }, component)
  }
  if (!Object.keys(fields).some((name) => BODY_FIELDS.includes(name))) return undefined
  return { source: 'json', fields, differences: [] }
}

function readGrant({ portal, customer_key, ...others }: Readonly<Record<string, unknown>>): Found {
  const differences = Object.keys(others).map((field) =>
    createDifference('dropped', field, 'It belongs to your handler. The form has only the grant’s `portal`.'),
  )
  const options = isRecord(portal) ? portal : portal === undefined ? {} : { portal: COMPUTED }
  const customer = typeof customer_key === 'string' ? { customer_key } : {}
  return { source: 'grant', fields: { ...options, ...customer }, differences }
}

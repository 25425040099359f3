import text from './openapi.json' with { type: 'json' }

/** The part of an OpenAPI 3.0 schema that the vendor's text uses. */
export interface OpenApiNode {
  type?: string
  format?: string
  pattern?: string
  enum?: string[]
  nullable?: boolean
  minLength?: number
  maxLength?: number
  minimum?: number
  exclusiveMinimum?: boolean
  properties?: Record<string, OpenApiNode>
  required?: string[]
  items?: OpenApiNode
  additionalProperties?: OpenApiNode
  oneOf?: OpenApiNode[]
  allOf?: OpenApiNode[]
}

/** The intended differences between our schemas and the vendor's text. */
const PATCH: Record<string, OpenApiNode | undefined> = {
  // The vendor added both after this text: they are in its published types 1.975 and 1.976 of July 2026.
  read_only: { type: 'boolean' },
  deep_link: {
    oneOf: [
      {
        type: 'object',
        properties: {
          resource_type: { type: 'string', enum: ['reservation', 'space'] },
          resource_key: { type: 'string' },
        },
        required: ['resource_type', 'resource_key'],
      },
      {
        type: 'object',
        properties: { resource_type: { type: 'string', enum: ['device'] }, resource_id: { type: 'string' } },
        required: ['resource_type', 'resource_id'],
      },
    ],
  },
}

/** The request bodies of the vendor's text, with the differences. */
export const OPEN_API = {
  create_portal: patched(text.create_portal),
  push_data: (text.create_portal.allOf[1] as OpenApiNode).properties?.customer_data as OpenApiNode,
  delete_data: text.delete_data as OpenApiNode,
}

/** The `customer_portal` object of the answer. */
export const OPEN_API_CUSTOMER_PORTAL = text.customer_portal as OpenApiNode

function patched({ allOf: [options, data] }: typeof text.create_portal): OpenApiNode {
  const properties: Record<string, OpenApiNode> = {}
  for (const [name, node] of Object.entries({ ...options?.properties, ...PATCH })) {
    if (node) properties[name] = node
  }
  return { allOf: [{ type: 'object', properties }, data as OpenApiNode] }
}

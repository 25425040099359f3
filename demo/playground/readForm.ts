import type { CreatePortalInput } from '../../src/index'
import { CustomerData, describeIssues, PortalOptions } from '../../src/schemas/index'
import { FIELDS } from './FIELDS'
import type { PlaygroundState } from './PlaygroundState'
import { pruneOptions } from './pruneOptions'
import { readGrant } from './readGrant'
import { VERTICALS } from './VERTICALS'

/** What the form says once it is read. */
export interface PlaygroundForm {
  /** The options that are decided. */
  options: PortalOptions
  /** The same with the customer: the props of the portal. */
  input: CreatePortalInput
  /** What the server grants. Undefined without a signed-in user: it then grants what the form says. */
  grant: PortalOptions | undefined
  /** Why a field is not usable yet, by its path. `grant` is the path of the grant's text. */
  problems: ReadonlyMap<string, string>
}

/** Reads what was typed. While there are problems, the portal and the code stay as they are. */
export function readForm(state: PlaygroundState): PlaygroundForm {
  const problems = new Map<string, string>()
  const options = pruneOptions(state.options)
  const checked = PortalOptions.safeParse(options)
  for (const { path, message } of describeIssues(checked.error?.issues ?? [], options)) {
    problems.set(rowOf(path), message)
  }
  const customer_key = state.customer_key.trim()
  const data = state.customer_data.trim() && readData(state, customer_key)
  if (typeof data === 'object' && 'problem' in data) problems.set('customer_data', data.problem)
  const customer =
    typeof data === 'object' && 'data' in data
      ? { customer_data: data.data }
      : customer_key
        ? { customer_key }
        : {}
  const grant = state.asUser ? readGrant(state.grant) : undefined
  if (grant?.problem !== undefined) problems.set('grant', grant.problem)
  return { options, input: { ...options, ...customer }, grant: grant?.portal, problems }
}

/** The row of the form that a path of an issue belongs to: `landing_page.manage` belongs to `landing_page`. */
function rowOf(path: string): string {
  return Object.keys(FIELDS).find((field) => new RegExp(`^${field}(?![\\w])`).test(path)) ?? path
}

function readData(
  { customer_data, vertical }: PlaygroundState,
  customer_key: string,
): { data: CustomerData } | { problem: string } {
  let value: unknown
  try {
    value = JSON.parse(customer_data)
  } catch {
    return { problem: 'This is not JSON yet.' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problem: 'Expected an object, such as { "rooms": [] }.' }
  }
  const body = { customer_key: customer_key || VERTICALS[vertical].customer.customer_key, ...value }
  const { data, error } = CustomerData.safeParse(body)
  const [issue] = describeIssues(error?.issues ?? [], body)
  return data ? { data } : { problem: `${issue?.path}: ${issue?.message}` }
}

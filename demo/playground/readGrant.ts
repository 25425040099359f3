import { describeIssues, PortalOptions } from '../../src/schemas/index'
import { parseJson } from './code/parseJson'

/** What the text of a grant says, or why it says nothing yet. */
export type GrantText = { portal: PortalOptions; problem?: never } | { portal?: never; problem: string }

/** Reads the `portal` of a grant from JSON. An empty text grants nothing beyond the customer. */
export function readGrant(text: string): GrantText {
  const value = text.trim() ? parseJson(text) : {}
  if (value === undefined) return { problem: 'This is not JSON yet.' }
  const { data, error } = PortalOptions.safeParse(value)
  const [issue] = describeIssues(error?.issues ?? [], value)
  return data ? { portal: data } : { problem: `${issue?.path || 'The grant'}: ${issue?.message}` }
}

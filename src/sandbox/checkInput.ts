import type * as z from 'zod/mini'
import { describeIssues, toValidationErrors } from '../schemas/index'
import { VendorError } from './VendorError'

/**
 * Validates an input. Returns it without unknown fields, or throws the vendor's 400.
 * `stricter` holds further issues: rules of the vendor that the schema does not have.
 * `onUnknown` gets the path of every field that was dropped.
 */
export function checkInput<Schema extends z.ZodMiniType>(
  schema: Schema,
  stricter: readonly z.core.$ZodIssue[],
  input: Record<string, unknown>,
  onUnknown: (path: string) => void,
): z.output<Schema> {
  const result = schema.safeParse(input)
  const found = result.error?.issues ?? []
  const known = new Set(found.map(({ path }) => path.join()))
  const issues = [...found, ...stricter.filter(({ path }) => !known.has(path.join()))]
  if (!result.success || issues.length > 0) {
    const sentences = describeIssues(issues, input).map(({ path, message }) =>
      message === 'Required' ? `${path} is required` : `${message} for "${path}"`,
    )
    throw new VendorError(
      400,
      'invalid_input',
      sentences.length === 1
        ? String(sentences[0])
        : `${sentences.length} Input Errors: ${sentences.join(', ')}`,
      toValidationErrors(issues, input),
    )
  }
  for (const path of unknownFields(input, result.data)) onUnknown(path)
  return result.data
}

/** Lists the fields that a schema dropped from an input, each path once, such as `reservations[].colour`. */
function unknownFields(input: unknown, output: unknown): string[] {
  const paths = new Set<string>()
  walk(input, output, '', paths)
  return [...paths]
}

function walk(input: unknown, output: unknown, path: string, found: Set<string>): void {
  if (input === null || typeof input !== 'object' || output === null || typeof output !== 'object') return
  if (Array.isArray(input)) {
    for (const [at, item] of input.entries()) walk(item, (output as unknown[])[at], `${path}[]`, found)
    return
  }
  for (const [name, value] of Object.entries(input)) {
    const here = path ? `${path}.${name}` : name
    if (Object.hasOwn(output, name)) walk(value, (output as Record<string, unknown>)[name], here, found)
    else found.add(here)
  }
}

import type * as z from 'zod/mini'

/** A problem of a body: its path, such as `reservations[12].ends_at`, and what was expected there. */
export interface DescribedIssue {
  path: string
  message: string
}

/** The vendor's `validation_errors`: a tree with the shape of the body, and sentences in `_errors`. */
export interface ValidationErrors {
  _errors: string[]
  [field: string]: ValidationErrors | string[]
}

type Issue = z.core.$ZodIssue

/** Describes in words what is wrong with a body. The words hold names and types of the body, never its values. */
export function describeIssues(issues: readonly Issue[], body: unknown): DescribedIssue[] {
  return issues.map((issue) => ({ path: formatPath(issue.path), message: sentence(issue, body) }))
}

/** Describes the same as the vendor's `validation_errors` tree. */
export function toValidationErrors(issues: readonly Issue[], body: unknown): ValidationErrors {
  const tree = emptyNode()
  for (const issue of issues) {
    let node = tree
    for (const step of issue.path) {
      const next = (node[String(step)] ??= emptyNode())
      // A field with the name `_errors` has no node in the vendor's tree, so its parent gets the sentence.
      if (Array.isArray(next)) break
      node = next
    }
    node._errors.push(sentence(issue, body))
  }
  return tree
}

// A body may have a field `__proto__`. Without a prototype, a node treats it like any other field.
function emptyNode(): ValidationErrors {
  return Object.assign(Object.create(null), { _errors: [] }) as ValidationErrors
}

function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step),
    '',
  )
}

function sentence(issue: Issue, body: unknown): string {
  switch (issue.code) {
    case 'invalid_type': {
      const found = typeAt(body, issue.path)
      return found === 'undefined' ? 'Required' : `Expected ${issue.expected}, received ${found}`
    }
    case 'too_small':
      return `Expected at least ${issue.minimum} character${issue.minimum === 1 ? '' : 's'}`
    case 'invalid_value':
      return typeAt(body, issue.path) === 'undefined' ? 'Required' : `Expected ${oneOf(issue.values)}`
    case 'invalid_union':
      // The schemas have two kinds of unions without their own message: of plain types, and with a discriminator.
      if (issue.discriminator) return 'Expected reservation, space or device'
      return issue.message && issue.message !== 'Invalid input' ? issue.message : `Expected ${choices(issue)}`
    default:
      return issue.message || 'Invalid input'
  }
}

function choices(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const types = issue.errors.flat().map((one) => ('expected' in one ? String(one.expected) : ''))
  return oneOf([...new Set(types.filter(Boolean))])
}

function oneOf(values: readonly unknown[]): string {
  return (
    values
      .map(String)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1') || 'another value'
  )
}

function typeAt(body: unknown, path: readonly PropertyKey[]): string {
  const value = path.reduce<unknown>(
    (at, step) =>
      at !== null && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[step] : undefined,
    body,
  )
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

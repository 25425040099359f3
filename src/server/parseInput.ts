import * as z from 'zod/mini'
import { describeIssues, toValidationErrors } from '../schemas/describeIssues'
import { Refusal } from './Refusal'
import { redact } from './redact'

const MAX_ISSUES = 20

/** Gives what a schema knows of a body, or refuses it with the first thing that is wrong. */
export function parseInput<Schema extends z.core.$ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = z.safeParse(schema, input)
  if (result.success) return result.data
  // A body can be wrong in more places than an answer should list.
  const issues = result.error.issues.slice(0, MAX_ISSUES)
  const [first] = describeIssues(issues, input)
  const more = result.error.issues.length - 1
  throw new Refusal(
    'invalid_input',
    redact(
      `${first?.path || 'The body'}: ${first?.message}${more > 0 ? `, and ${more} more` : ''}.`.replace(
        /\.+$/,
        '.',
      ),
    ),
    { fields: toValidationErrors(issues, input) },
  )
}

import * as z from 'zod/mini'
import { describeIssues, toValidationErrors } from '../schemas/describeIssues'
import { redact, Refusal } from './Refusal'

const MAX_ISSUES = 20

/** Gives the fields of a body that the schema knows. Throws a refusal that names the first error. */
export function parseInput<Schema extends z.core.$ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = z.safeParse(schema, input)
  if (result.success) return result.data
  // A body can have thousands of errors. The answer lists the first ones.
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

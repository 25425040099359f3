import type * as z from 'zod/mini'
import { describeIssues } from '../../src/schemas/index'

/** What a schema says of a body, a line each: `path: sentence`. */
export function problemsOf(schema: z.ZodMiniType, body: unknown): string[] {
  return describeIssues(schema.safeParse(body).error?.issues ?? [], body).map(
    ({ path, message }) => `${path}: ${message}`,
  )
}

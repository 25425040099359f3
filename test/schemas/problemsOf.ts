import type * as z from 'zod/mini'
import { describeIssues } from '../../src/schemas/index'

/** Lists the problems that a schema finds in a body, each as `path: sentence`. */
export function problemsOf(schema: z.ZodMiniType, body: unknown): string[] {
  return describeIssues(schema.safeParse(body).error?.issues ?? [], body).map(
    ({ path, message }) => `${path}: ${message}`,
  )
}

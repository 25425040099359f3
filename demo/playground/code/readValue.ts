import * as z from 'zod/mini'
import { describeIssues } from '../../../src/schemas/index'
import { COMPUTED, isRecord } from './Found'
import { holdsSecret } from './holdsSecret'
import type { Difference } from './Pasted'
import type { AnySchema } from './shapeOf'
import { isDefault } from './withoutDefaults'

/** What became of one value: `value` is missing when it was dropped. */
export interface ReadValue extends Pick<Difference, 'kind' | 'sentence'> {
  value?: unknown
}

/** What is said of a value that is taken as it is. */
export const IS_VALID = 'It is valid as it is.'

/** Why a value that is computed is not read. */
export const UNKNOWN_VALUE = 'Its value is known only when the code runs. Set it in the form.'

/** Checks one value against its schema, and mends what has one clear meaning. */
export function readValue(given: unknown, schema: AnySchema, path: string): ReadValue {
  if (isComputed(given)) return { kind: 'dropped', sentence: UNKNOWN_VALUE }
  if (holdsSecret(given))
    return { kind: 'dropped', sentence: 'It holds a key, a token or the address of a portal.' }
  const result = z.safeParse(schema, given)
  if (result.success) {
    const name = path.slice(path.lastIndexOf('.') + 1)
    const isUsual = isDefault(name, given)
    return {
      kind: 'kept',
      value: result.data,
      sentence: isUsual ? 'It is the vendor’s default, so the code leaves it out.' : IS_VALID,
    }
  }
  const mended = [wordToBoolean(given), ...singleFields(given)].find(
    (one) => one !== undefined && z.safeParse(schema, one).success,
  )
  if (mended !== undefined) {
    return {
      kind: 'translated',
      value: mended,
      sentence: isRecord(mended)
        ? `The vendor takes one key, so the first was taken: \`${Object.keys(mended)[0]}\`.`
        : 'The vendor takes a boolean and not text.',
    }
  }
  const [issue] = describeIssues(result.error.issues, given)
  const where = issue?.path ? ` at \`${issue.path}\`` : ''
  return {
    kind: 'dropped',
    sentence: `The vendor refuses this value. ${issue?.message ?? 'Invalid input'}${where}.`,
  }
}

function isComputed(given: unknown): boolean {
  return given === COMPUTED || (isRecord(given) && Object.values(given).includes(COMPUTED))
}

function wordToBoolean(given: unknown): boolean | undefined {
  return given === 'true' ? true : given === 'false' ? false : undefined
}

/** For `landing_page.manage`, which has one key. */
function singleFields(given: unknown): object[] {
  return isRecord(given) ? Object.entries(given).map(([name, value]) => ({ [name]: value })) : []
}

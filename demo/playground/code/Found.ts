import type { Pasted } from './Pasted'

/** What a reader of one kind of code found: the fields as they stand there, neither checked nor translated. */
export interface Found extends Omit<Pasted, 'options' | 'customer_key'> {
  fields: Readonly<Record<string, unknown>>
}

/** A value that only a run of the code would give. */
export const COMPUTED: unique symbol = Symbol('computed')

/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

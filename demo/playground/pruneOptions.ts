import type { PortalOptions } from '../../src/schemas/index'
import { withoutDefaults } from './code/withoutDefaults'

/** Leaves out what is empty, unfinished or the vendor's default, so that only decisions remain. */
export function pruneOptions(options: PortalOptions): PortalOptions {
  return withoutDefaults(prune(options) ?? {})
}

function prune(value: unknown): unknown {
  if (value === '') return undefined
  if (Array.isArray(value)) return value.length ? value : undefined
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, one]) => [name, prune(one)] as const)
  const kept = Object.fromEntries(fields.filter(([, one]) => one !== undefined))
  // A deep link whose kind is chosen and whose key is still empty.
  const isUnfinished = 'resource_type' in kept && Object.keys(kept).length === 1
  return Object.keys(kept).length === 0 || isUnfinished ? undefined : kept
}

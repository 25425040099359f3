import type { CheckId } from './CHECKS'

/** A fix with the place of the docs that explains it. */
export function see(id: CheckId, fix: string): string {
  return `${fix} See docs/backend-contract.md#${id}.`
}

/** Why a check that needs a portal is skipped. */
export const NO_PORTAL = 'There is no portal to look at: see `reachable` and `json`.'

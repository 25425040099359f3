import type { CreatePortalInput } from '../client/createPortalClient'
import { WIRE_PROPS } from '../wire/WIRE_PROPS'

/** The names of the props that go to the backend. */
export const WIRE: ReadonlySet<string> = new Set(WIRE_PROPS)

/** Splits props in two: those that go to the backend, and those that stay in React. */
export function splitPortalProps<Props extends CreatePortalInput>(
  props: Props,
): [wire: CreatePortalInput, rest: Omit<Props, keyof CreatePortalInput>] {
  const wire: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(props)) (WIRE.has(name) ? wire : rest)[name] = value
  return [wire, rest as Omit<Props, keyof CreatePortalInput>]
}

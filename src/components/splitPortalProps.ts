import type { CreatePortalInput } from '../client/createPortalClient'
import { WIRE_PROPS } from '../wire/WIRE_PROPS'

/** Parts props in two: what goes over the wire, and what stays in React. */
export function splitPortalProps<Props extends CreatePortalInput>(
  props: Props,
): [wire: CreatePortalInput, rest: Omit<Props, keyof CreatePortalInput>] {
  const wire: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  const names: readonly string[] = WIRE_PROPS
  for (const [name, value] of Object.entries(props)) (names.includes(name) ? wire : rest)[name] = value
  return [wire, rest as Omit<Props, keyof CreatePortalInput>]
}

import type { CreatePortalInput } from '../client/createPortalClient'
import { WIRE_PROPS } from '../wire/WIRE_PROPS'

/** The names of WIRE_PROPS as a record, so that a field of create_portal that is missing there does not compile. */
export const WIRE: Record<keyof CreatePortalInput, true> = Object.fromEntries(
  WIRE_PROPS.map((name) => [name, true]),
) as Record<(typeof WIRE_PROPS)[number], true>

/** Splits props in two: those that go to the backend, and those that stay in React. */
export function splitPortalProps<Props extends CreatePortalInput>(
  props: Props,
): [wire: CreatePortalInput, rest: Omit<Props, keyof CreatePortalInput>] {
  const wire: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(props)) (name in WIRE ? wire : rest)[name] = value
  return [wire, rest as Omit<Props, keyof CreatePortalInput>]
}

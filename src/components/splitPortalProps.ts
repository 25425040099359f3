import type { CreatePortalInput } from '../client/createPortalClient'

/** Parts props in two: what goes over the wire, and what stays in React. */
export function splitPortalProps<Props extends CreatePortalInput>(
  props: Props,
): [wire: CreatePortalInput, rest: Omit<Props, keyof CreatePortalInput>] {
  const wire: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(props)) (isWireProp(name) ? wire : rest)[name] = value
  return [wire, rest as Omit<Props, keyof CreatePortalInput>]
}

/** The law of names: snake_case goes over the wire, but for an attribute's. Two of the vendor's words are single ones. */
export function isWireProp(name: string): boolean {
  return /^[^-]*_|^locale$|^features$/.test(name)
}

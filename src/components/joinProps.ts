/** Two sets of props as one: handlers in turn, ours only unless the host's prevented it; class names side by side. */
export function joinProps<Props extends object>(ours: Props, host: Props): Props {
  const joined = { ...ours, ...host } as Record<string, unknown>
  for (const [name, own] of Object.entries(ours)) {
    const theirs: unknown = host[name as keyof Props]
    if (name === 'className' && theirs) joined[name] = `${String(own)} ${String(theirs)}`
    if (typeof own !== 'function' || typeof theirs !== 'function' || !/^on[A-Z]/.test(name)) continue
    joined[name] = (event: { defaultPrevented?: boolean }) => {
      theirs(event)
      if (!event.defaultPrevented) own(event)
    }
  }
  return joined as Props
}

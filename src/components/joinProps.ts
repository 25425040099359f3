/**
 * Adds a host's props to the library's. Both event handlers run, the host's first. The library's does not run after
 * `preventDefault`. Class names are joined. An undefined prop of the host changes nothing, and `render` is left out.
 */
export function joinProps<Props extends object>(ours: Props, host: object): Props {
  const joined = { ...ours } as Record<string, unknown>
  for (const [name, theirs] of Object.entries(host) as [string, unknown][]) {
    const own = joined[name]
    if (theirs === undefined || name === 'render') continue
    if (name === 'className' && own) joined[name] = `${String(own)} ${String(theirs)}`
    else if (typeof own === 'function' && typeof theirs === 'function' && /^on[A-Z]/.test(name)) {
      joined[name] = (event: { defaultPrevented?: boolean }) => {
        theirs(event)
        if (!event.defaultPrevented) own(event)
      }
    } else joined[name] = theirs
  }
  return joined as Props
}

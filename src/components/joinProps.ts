/**
 * Adds a host's props to ours. Both handlers run, the host's first; ours does not run if the host's prevented the
 * event. Class names stand side by side. A host's undefined changes nothing, and `render` is not for the element.
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

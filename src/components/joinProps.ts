/**
 * Adds a host's props to ours: handlers in turn, ours only unless the host's prevented it; class names side by side.
 * What is undefined has not been said, and `render` is not for the element.
 */
export function joinProps<Props extends object>(ours: Props, host: object): Props {
  const joined = ours as Record<string, unknown>
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
  return ours
}

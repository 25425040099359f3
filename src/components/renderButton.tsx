'use client'

import {
  cloneElement,
  type ComponentPropsWithoutRef,
  type ComponentPropsWithRef,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefCallback,
  useMemo,
} from 'react'

/** The props that a host's own button must accept. */
export type ButtonProps = ComponentPropsWithRef<'button'> & Record<`data-${string}`, string | undefined>

/** A host's own button: an element that gets the library's props, or a function of them. */
export type RenderButton = ReactElement | ((props: ButtonProps) => ReactNode)

/** The props that a host gives a button, and optionally the button itself. */
export interface HostButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** Your own button: an element, or a function of the props that it must accept. */
  render?: RenderButton | undefined
}

/**
 * Renders the library's button or the host's, with the props of both. It is a function, not a component: a component
 * would cost time in each of 500 rows. A host's own button keeps its own look, so it gets no `data-seam-portal`.
 */
export function renderButton(
  part: string,
  ours: ButtonProps,
  host: HostButtonProps,
  ref: Ref<HTMLButtonElement>,
): ReactNode {
  const { render } = host
  const props = joinProps(ours, host)
  // The ref is only passed on. It is never read during render.
  // oxlint-disable react/refs
  props.ref = ref ?? undefined
  // A button without a type submits the form around it. A host's component chooses its own type.
  if (typeof render !== 'object' || render.type === 'button') props.type ??= 'button'
  // Chromium copies the props fastest into an empty object, so the spread comes first. 500 rows do this.
  if (!render) return <button {...props} data-seam-portal={part} />
  if (typeof render === 'function') return render(props)
  const own = refOf(render as HostElement)
  const element = cloneElement(render, joinProps(props, render.props as object))
  return own && ref ? <JoinedElement render={element} own={own} given={ref} /> : element
  // oxlint-enable react/refs
}

/**
 * Adds a host's props to the library's. Both event handlers run, the host's first. The library's does not run after
 * `preventDefault`. Class names are joined. An undefined prop of the host changes nothing, and `render` is left out.
 */
export function joinProps<Props extends object>(ours: Props, host: object): Props {
  const joined = { ...ours } as Record<string, unknown>
  for (const name of Object.keys(host)) {
    const theirs = (host as Record<string, unknown>)[name]
    const own = joined[name]
    if (theirs === undefined || name === 'render') continue
    if (name === 'className' && own) joined[name] = [own, theirs].join(' ')
    else if (typeof own === 'function' && typeof theirs === 'function' && /^on[A-Z]/.test(name)) {
      joined[name] = (event: { defaultPrevented?: boolean }) => {
        theirs(event)
        if (!event.defaultPrevented) own(event)
      }
    } else joined[name] = theirs
  }
  return joined as Props
}

/** Joins two refs of one element: the part's and the host's. */
export function useJoinedRef<Node>(one: Ref<Node>, other: Ref<Node>): RefCallback<Node> {
  return useMemo(() => {
    const setters = [one, other].map(createSetter)
    return (node) => setters.forEach((set) => set(node))
  }, [one, other])
}

/** In React 18, the ref of an element is not in its props. */
type HostElement = ReactElement<ButtonProps> & { ref?: Ref<HTMLButtonElement> }

function refOf(element: HostElement): Ref<HTMLButtonElement> | undefined {
  // React 18 warns on `props.ref`, so read it from a copy. React 19 warns on `element.ref`, so read that last.
  return { ...element.props }.ref ?? element.ref
}

interface JoinedElementProps {
  render: ReactElement
  own: Ref<HTMLButtonElement>
  given: Ref<HTMLButtonElement>
}

/** A component, because it needs a hook. Only an element with two refs renders it. */
function JoinedElement({ render, own, given }: JoinedElementProps): ReactNode {
  return cloneElement(render as HostElement, { ref: useJoinedRef(own, given) })
}

/** Returns a function that sets one ref to the element, and to null when the element unmounts. */
function createSetter<Node>(ref: Ref<Node>): (node: Node | null) => void {
  let cleanup: ReturnType<RefCallback<Node>>
  return (node) => {
    // In React 19 a callback ref may return a cleanup. React then calls the cleanup instead of the ref with null.
    // A host's ref may return anything else: `(node) => (own = node)`.
    if (typeof cleanup === 'function') cleanup = void cleanup()
    else if (typeof ref === 'function') cleanup = ref(node)
    else if (ref) ref.current = node
  }
}

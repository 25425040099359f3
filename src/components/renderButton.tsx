'use client'

import {
  type ComponentPropsWithoutRef,
  type ComponentPropsWithRef,
  cloneElement,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react'
import { useJoinedRef } from '../hooks/useJoinedRef'
import { joinProps } from './joinProps'

/** The props that a host's own button must take. */
export type ButtonProps = ComponentPropsWithRef<'button'> & Record<`data-${string}`, string | undefined>

/** A host's own button: an element that is given our props, or a function of them. */
export type RenderButton = ReactElement | ((props: ButtonProps) => ReactNode)

/** What a host gives a button: props of its own, and perhaps the button itself. */
export interface HostButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** A button of your own: an element, or a function of the props it must take. */
  render?: RenderButton | undefined
}

/**
 * Renders our button, or the host's in its place, with the props of both. It is a function and not a component, since
 * each of five hundred rows would pay for one more. A host's own button keeps its own look, so it gets no part name.
 */
export function renderButton(
  ours: ButtonProps,
  host: HostButtonProps,
  ref: Ref<HTMLButtonElement>,
): ReactNode {
  const { render } = host
  const props = joinProps(ours, host)
  // The ref is passed on like any prop and never read here.
  // oxlint-disable react/refs
  props.ref = ref ?? undefined
  // A button without a type submits the form around it. A component chooses the type of its own element.
  if (typeof render !== 'object' || render.type === 'button') props.type ??= 'button'
  if (!render) return <button {...props} />
  delete props['data-seam-portal']
  if (typeof render === 'function') return render(props)
  const own = refOf(render as HostElement)
  const element = cloneElement(render, joinProps(props, render.props as object))
  return own && ref ? <JoinedElement render={element} own={own} given={ref} /> : element
  // oxlint-enable react/refs
}

/** In React 18 an element's ref is beside its props. */
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

/** A component, for the hook: only an element with two refs pays for it. */
function JoinedElement({ render, own, given }: JoinedElementProps): ReactNode {
  return cloneElement(render as HostElement, { ref: useJoinedRef(own, given) })
}

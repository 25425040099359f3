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

/** The props a button of a host's own must take. */
export type ButtonProps = ComponentPropsWithRef<'button'> & Record<`data-${string}`, string | undefined>

/** A button of a host's own: an element that is given our props, or a function of them. */
export type RenderButton = ReactElement | ((props: ButtonProps) => ReactNode)

/** What a host gives a button: props of its own, and maybe the button itself. */
export interface HostButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** A button of your own: an element, or a function of the props it must take. */
  render?: RenderButton | undefined
}

/**
 * Draws a button of ours, or a host's in its place: both handlers run, both class names stay, the host's words win.
 * A function and not a component: five hundred rows would each pay for one more. A host's own button keeps its own
 * look, so it is not named as a part of ours.
 */
export function drawButton(ours: ButtonProps, host: HostButtonProps, ref: Ref<HTMLButtonElement>): ReactNode {
  const { render } = host
  const props = joinProps(ours, host)
  // The ref is handed on as any prop; nobody reads it here.
  // oxlint-disable react/refs
  props.ref = ref
  // A button without a type sends the form it stands in. A component's own element knows best.
  if (!render || typeof render === 'function' || render.type === 'button') props.type ??= 'button'
  if (!render) return <button {...props} />
  delete props['data-seam-portal']
  return typeof render === 'function' ? render(props) : drawElement(render as HostElement, props, ref)
  // oxlint-enable react/refs
}

/** In React 18 an element's ref is beside its props, where nothing but an old name gets at it. */
type HostElement = ReactElement<ButtonProps> & { ref?: Ref<HTMLButtonElement> }

function drawElement(element: HostElement, props: ButtonProps, ref: Ref<HTMLButtonElement>): ReactNode {
  // Spread, for React 18 has a trap of that name there, and asked in this order, for React 19 has one beside them.
  const { ref: own = element.ref, ...theirs } = { ...element.props }
  const joined = joinProps(props, theirs)
  if (own && ref) return <JoinedElement element={element} props={joined} own={own} given={ref} />
  joined.ref = ref ?? own
  return cloneElement(element, joined)
}

interface JoinedElementProps {
  element: HostElement
  props: ButtonProps
  own: Ref<HTMLButtonElement>
  given: Ref<HTMLButtonElement>
}

/** A component for a hook: only the few elements with two refs pay for it. */
function JoinedElement({ element, props, own, given }: JoinedElementProps): ReactNode {
  return cloneElement(element, { ...props, ref: useJoinedRef(own, given) })
}

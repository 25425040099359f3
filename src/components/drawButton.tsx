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
  props.ref = ref ?? undefined
  // A button without a type sends the form it stands in. A component's own element knows best.
  if (typeof render !== 'object' || render.type === 'button') props.type ??= 'button'
  if (!render) return <button {...props} />
  delete props['data-seam-portal']
  if (typeof render === 'function') return render(props)
  const element = render as HostElement
  // Spread, for React 18 has a trap of that name there, and asked first, for React 19 has one beside its props.
  const own = { ...element.props }.ref ?? element.ref
  const drawn = cloneElement(element, joinProps(props, element.props))
  return own && ref ? <JoinedElement render={drawn} own={own} given={ref} /> : drawn
  // oxlint-enable react/refs
}

/** In React 18 an element's ref is beside its props. */
type HostElement = ReactElement<ButtonProps> & { ref?: Ref<HTMLButtonElement> }

interface JoinedElementProps {
  render: HostElement
  own: Ref<HTMLButtonElement>
  given: Ref<HTMLButtonElement>
}

/** A component for a hook: only the few elements with two refs pay for it. */
function JoinedElement({ render, own, given }: JoinedElementProps): ReactNode {
  return cloneElement(render, { ref: useJoinedRef(own, given) })
}

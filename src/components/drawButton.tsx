'use client'

import {
  type ComponentPropsWithoutRef,
  type ComponentPropsWithRef,
  cloneElement,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react'
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
  if (!render) {
    props.type ??= 'button'
    return <button {...props} />
  }
  delete props['data-seam-portal']
  return typeof render === 'function'
    ? render(props)
    : cloneElement(render, joinProps(props, render.props as ButtonProps))
  // oxlint-enable react/refs
}

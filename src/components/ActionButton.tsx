'use client'

import {
  type ComponentPropsWithoutRef,
  type ComponentPropsWithRef,
  cloneElement,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { joinProps } from './joinProps'

/** The props a button of a host's own must take. */
export type ButtonProps = ComponentPropsWithRef<'button'> & Record<`data-${string}`, string | undefined>

/** A button of a host's own: an element that is given our props, or a function of them. */
export type RenderButton = ReactElement | ((props: ButtonProps) => ReactNode)

interface ActionButtonProps extends ComponentPropsWithoutRef<'button'> {
  render: RenderButton | undefined
  [data: `data-${string}`]: string | undefined
}

/** A button of ours, or a host's in its place: both handlers run, both class names stay, its own children win. */
export const ActionButton: ForwardRefExoticComponent<ActionButtonProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function ActionButton({ render, ...rest }, ref) {
    // The ref is handed on as any prop; nobody reads it here.
    // oxlint-disable react/refs
    const props: ButtonProps = { ...rest, ref }
    if (typeof render === 'function') return render(props)
    if (!render) return <button type="button" {...props} />
    return cloneElement(render, joinProps(props, render.props as ButtonProps))
    // oxlint-enable react/refs
  })

'use client'

import {
  type ComponentPropsWithoutRef,
  type ComponentPropsWithRef,
  cloneElement,
  type ForwardedRef,
  type ReactElement,
  type ReactNode,
} from 'react'
import { joinProps } from './joinProps'

/** The props a button of a host's own must take. */
export type ButtonProps = ComponentPropsWithRef<'button'> & Record<`data-${string}`, string | undefined>

/** A button of a host's own: an element that is given our props, or a function of them. */
export type RenderButton = ReactElement | ((props: ButtonProps) => ReactNode)

interface ActionButtonProps {
  /** What the button does and says, unless the host has another word for it. */
  own: ComponentPropsWithoutRef<'button'>
  /** What the host gave it. */
  host: ComponentPropsWithoutRef<'button'> & { render?: RenderButton | undefined }
  buttonRef: ForwardedRef<HTMLButtonElement>
  children: ReactNode
  [data: `data-${string}`]: string | undefined
}

/** A button of ours, or a host's in its place: both handlers run, both class names stay, its own children win. */
export function ActionButton({ own, host, buttonRef, ...fixed }: ActionButtonProps): ReactNode {
  const { render, ...given } = host
  // The ref is handed on as any prop; nobody reads it here.
  // oxlint-disable react/refs
  const props: ButtonProps = { ...joinProps(own, given), ...fixed, ref: buttonRef }
  if (typeof render === 'function') return render(props)
  if (!render) return <button type="button" {...props} />
  return cloneElement(render, joinProps(props, render.props as ButtonProps))
  // oxlint-enable react/refs
}

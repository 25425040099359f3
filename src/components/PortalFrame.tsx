'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { usePortalContext } from '../hooks/PortalContext'
import { requestOf } from '../portal/requestOf'
import { FrameView, type PortalElementProps, type PortalViewProps } from './FrameView'
import { splitPortalProps } from './splitPortalProps'

/** The vendor's props under the vendor's names, the library's own props, and those of the root element. */
export type PortalFrameProps = CreatePortalInput & PortalViewProps & PortalElementProps

/**
 * Shows a customer portal on the page, in every status: loading, slow, expired and each error. Renders a `<div>` with an
 * iframe inside.
 *
 * @example
 * <PortalFrame landing_page={{ manage: { property_key: 'harbour-house' } }} heading="Access" />
 */
export const PortalFrame: ForwardRefExoticComponent<PortalFrameProps & RefAttributes<HTMLDivElement>> =
  forwardRef(function PortalFrame(props, ref) {
    const { options } = usePortalContext()
    const [wire, rest] = splitPortalProps(props)
    return <FrameView {...rest} wire={wire} request={requestOf(true, options, wire)} visible rootRef={ref} />
  })

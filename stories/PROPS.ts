import type { ComponentPropsWithRef } from 'react'
import type { ConfirmDeleteProps, PushProgressProps } from '../src/components/push/index'
import type {
  CreatePortalInput,
  PortalDialogRootProps,
  PortalFrameProps,
  PortalLauncherProps,
  PortalProviderProps,
} from '../src/index'

/**
 * When a new value of a prop shows: `reloads` the frame with a new link, at once (`live`), the `next open` (or next
 * request), or never after the first (`once`).
 */
export type Change = 'reloads' | 'live' | 'next open' | 'once'

/** Every prop of the library, and when a new value shows. A prop that is missing or unknown here does not compile. */
export const PROPS: {
  wire: Record<keyof CreatePortalInput, Change>
  PortalFrame: Record<Own<PortalFrameProps>, Change>
  'PortalDialog.Root': Record<Own<PortalDialogRootProps>, Change>
  PortalLauncher: Record<Own<PortalLauncherProps>, Change>
  PortalProvider: Record<Exclude<KeysOf<PortalProviderProps>, 'children'>, Change>
  ConfirmDelete: Record<
    Exclude<keyof ConfirmDeleteProps, keyof Omit<ComponentPropsWithRef<'form'>, 'onCancel'>>,
    Change
  >
  PushProgress: Record<
    Exclude<keyof PushProgressProps, keyof Omit<ComponentPropsWithRef<'div'>, 'onPause' | 'onCancel'>>,
    Change
  >
} = {
  wire: {
    is_embedded: 'reloads',
    deep_link: 'reloads',
    landing_page: 'reloads',
    locale: 'reloads',
    features: 'reloads',
    navigation_mode: 'reloads',
    exclude_locale_picker: 'reloads',
    customization_profile_id: 'reloads',
    customer_resources_filters: 'reloads',
    read_only: 'reloads',
    customer_data: 'reloads',
    customer_key: 'reloads',
  },
  PortalFrame: frame(),
  'PortalDialog.Root': dialog(),
  PortalLauncher: { ...dialog(), render: 'live' },
  PortalProvider: {
    endpoint: 'next open',
    headers: 'next open',
    credentials: 'next open',
    client: 'next open',
    portalOrigins: 'next open',
    options: 'reloads',
    locale: 'reloads',
    sessionKey: 'reloads',
    messages: 'live',
    keepAlive: 'live',
    probe: 'next open',
    allow: 'next open',
    debug: 'live',
    onEvent: 'live',
  },
  ConfirmDelete: {
    plan: 'live',
    onConfirm: 'live',
    onCancel: 'live',
    phrase: 'live',
    heading: 'live',
    locale: 'live',
    messages: 'live',
  },
  PushProgress: {
    progress: 'live',
    action: 'live',
    heading: 'live',
    failures: 'live',
    onPause: 'live',
    onResume: 'live',
    onCancel: 'live',
    onRetry: 'live',
    locale: 'live',
    messages: 'live',
  },
}

type KeysOf<Props> = Props extends unknown ? keyof Props : never

/** A component's props without the vendor's and without those of a DOM element. */
type Own<Props> = Exclude<KeysOf<Props>, keyof CreatePortalInput | keyof ComponentPropsWithRef<'button'>>

function frame() {
  return {
    heading: 'live',
    renderStatus: 'live',
    enabled: 'reloads',
    initialPortal: 'once',
    onStatusChange: 'live',
    onError: 'live',
  } as const
}

function dialog() {
  return {
    ...frame(),
    open: 'live',
    defaultOpen: 'once',
    presentation: 'live',
    warm: 'next open',
    onOpenChange: 'live',
  } as const
}

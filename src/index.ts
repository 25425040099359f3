export type {
  CreatePortalInput,
  CustomerData,
  DeleteDataOptions,
  DeleteDataRequest,
  DeletionKeys,
  PortalCallOptions,
  PortalClient,
  PortalClientOptions,
  PortalErrorCode,
  PortalErrorDetails,
  PortalLink,
  PortalOptions,
  RecordKeys,
  WholeCustomers,
} from './client/index'
export { createPortalClient, isPortalError, PortalError } from './client/index'
export {
  PortalDialog,
  type PortalDialogCloseProps,
  type PortalDialogFrameProps,
  type PortalDialogPopupProps,
  type PortalDialogRootProps,
  type PortalDialogTitleProps,
  type PortalDialogTriggerProps,
  type PortalWarmth,
} from './components/dialog/index'
export type { PortalStatusDetails } from './components/FrameView'
export { PortalFrame, type PortalFrameProps } from './components/PortalFrame'
export { PortalLauncher, type PortalLauncherProps } from './components/PortalLauncher'
export { PortalProvider, type PortalProviderProps } from './components/PortalProvider'
export type { ButtonProps, RenderButton } from './components/renderButton'
export type { Words, WordsOverride } from './components/words/Words'
export type {
  PortalBackend,
  PortalCloseReason,
  PortalEvent,
  PortalPresentation,
} from './portal/createPortalSession'
export { useDeleteData, type UseDeleteDataOptions } from './hooks/useDeleteData'
export {
  type PortalLauncherState,
  usePortalLauncher,
  type UsePortalLauncherOptions,
} from './components/dialog/usePortalLauncher'
export { type PushJob, usePushData, type UsePushDataOptions } from './hooks/usePushData'
export type { PushJobState, PushStartOptions } from './hooks/pushJobOf'
export { type OpenPortalOptions, type PortalHandle, useOpenPortal } from './components/useOpenPortal'
export type {
  PushCheckpoint,
  PushFailure,
  PushInput,
  PushProgressState,
  PushResult,
  PushSource,
  PushStop,
} from './push/index'
export { useClearPortals } from './hooks/PortalContext'
export { useCreatePortal } from './hooks/useCreatePortal'
export { type UsePortalOptions, usePortal } from './hooks/usePortal'
export type { PortalStatus } from './portal/PORTAL_STATES'
export { usePrefetchPortal } from './hooks/usePrefetchPortal'

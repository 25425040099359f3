import type { renderDialog } from './renderDialog'

/** The chunk with the dialog, the frame and their states. */
export interface DialogModule {
  renderDialog: typeof renderDialog
}

// Code is the same for all users, so a module may keep it.
let loaded: DialogModule | undefined
let loading: Promise<DialogModule> | undefined
let isScheduled = false

/** The dialog's chunk if it is there. */
export function loadedDialog(): DialogModule | undefined {
  return loaded
}

/** Loads the dialog's chunk, once. Rejects where the browser cannot fetch it; then the next call tries again. */
export function loadDialog(): Promise<DialogModule> {
  loading ??= import('./renderDialog').then(
    (module) => (loaded = module),
    (reason: unknown) => {
      loading = undefined
      throw reason
    },
  )
  return loading
}

/** Loads the dialog's chunk before a click. If that fails, the click tries again. */
export function prefetchDialog(): void {
  loadDialog().catch(() => {})
}

/** Does the same when the browser is idle, once. */
export function schedulePrefetch(): void {
  if (isScheduled) return
  isScheduled = true
  // Safari has no requestIdleCallback.
  const whenIdle = window.requestIdleCallback ?? setTimeout
  whenIdle(prefetchDialog)
}

import { expect, waitFor } from 'storybook/test'
import type { PortalErrorCode, PortalStatus } from '../src/index'

/** Makes a `play` that ends when the portal has this status, or this error code. */
export function shows(status: PortalStatus, code?: PortalErrorCode) {
  return async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    await waitFor(
      async () => {
        const frame = canvasElement.ownerDocument.querySelector('[data-seam-portal=frame]')
        await expect(frame).toHaveAttribute('data-status', status)
        if (code) await expect(frame?.querySelector('[data-code]')).toHaveAttribute('data-code', code)
      },
      { timeout: 5000 },
    )
  }
}

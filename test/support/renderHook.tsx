import { render } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import type { PortalProviderProps } from '../../src/index'
import { createTestPortal, createVendor, type PortalSetup } from './renderInPortal'

/** Calls a hook below a provider; `current` is what it last gave. */
export function renderHook<Result>(hook: () => Result, setup: PortalSetup = {}) {
  const vendor = createVendor()
  const wrap = createTestPortal(vendor, setup)
  const result = {} as { current: Result }
  const given = (value: Result) => {
    result.current = value
  }
  function Host(): ReactNode {
    given(hook())
    return null
  }
  const ui = <StrictMode>{<Host />}</StrictMode>
  const { rerender, unmount } = render(wrap(ui))
  const change = (sessionKey: string | null) =>
    rerender(
      createTestPortal(vendor, {
        ...setup,
        provider: { ...setup.provider, sessionKey } as Partial<PortalProviderProps>,
      })(ui),
    )
  return { vendor, result, unmount, change }
}

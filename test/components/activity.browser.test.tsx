import { act, render, waitFor } from '@testing-library/react'
import { Activity } from 'react'
import { describe, expect, it } from 'vitest'
import { PortalFrame } from '../../src/index'
import { createTestPortal, createVendor } from '../support/renderInPortal'

const frame = () => document.querySelector('iframe')
const untilLoaded = () => waitFor(() => expect(document.querySelector('[data-status=loaded]')).not.toBeNull())

describe('<PortalFrame /> in <Activity>', () => {
  it('is not reloaded by <Activity>', async () => {
    const vendor = createVendor()
    const wrap = createTestPortal(vendor)
    const ui = (mode: 'visible' | 'hidden') =>
      wrap(
        <Activity mode={mode}>
          <PortalFrame />
        </Activity>,
      )
    const { rerender } = render(ui('visible'))
    await untilLoaded()
    const before = frame()

    rerender(ui('hidden'))
    await act(async () => {})
    rerender(ui('visible'))
    await untilLoaded()

    expect(frame()).toBe(before)
    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
  })

  it('is neither reloaded nor lost when its props change with and after the hiding', async () => {
    const vendor = createVendor()
    const wrap = createTestPortal(vendor)
    const ui = (mode: 'visible' | 'hidden', heading: string) =>
      wrap(
        <Activity mode={mode}>
          <PortalFrame heading={heading} />
        </Activity>,
      )
    const { rerender } = render(ui('visible', 'one'))
    await untilLoaded()
    const before = frame()

    for (const heading of ['two', 'three']) {
      rerender(ui('hidden', heading))
      await act(async () => {})
      expect(frame()?.parentElement?.dataset.seamPortal).toBe('slot')
    }
    rerender(ui('visible', 'four'))
    await untilLoaded()

    expect(frame()).toBe(before)
    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
  })
})

import { act, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { expect, vi } from 'vitest'
import type { PortalLink } from '../../src/index'
import { createVendor, type Vendor } from '../support/renderInPortal'
import { until } from '../failures/onScreen'
import type { Pages } from './Stage'
import { isAgain, type StateName, statusBefore, statusOf } from './STATES'

/** Addresses at a vendor of this test's own: of a portal whose page comes, and of one whose page never does. */
export async function createPages(): Promise<Pages> {
  const [comes, hangs] = await Promise.all([
    linkAt(createVendor()),
    linkAt(createVendor(), (vendor) => vendor.fail('portal_hangs')),
  ])
  return { comes: comes.url, hangs: hangs.url }
}

/**
 * Renders stages and leads each of them into its state: the clock is the test's own until they are there, then the
 * browser's again, and every fade has ended.
 */
export async function enter(ui: ReactElement): Promise<{ unmount: () => void }> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  const { unmount } = render(ui)
  const stages = [...document.querySelectorAll<HTMLElement>('[data-state]')]
  await until(() => expect(stages.map(seen)).toEqual(stages.map((stage) => statusBefore(stateOf(stage)))))
  await act(async () => vi.advanceTimersByTimeAsync(8_500))
  await until(() => expect(stages.map(seen)).toEqual(stages.map((stage) => statusOf(stateOf(stage)))))
  for (const stage of stages) {
    const again = boxOf(stage).querySelector<HTMLElement>('[data-seam-portal=button]')
    if (isAgain(stateOf(stage))) act(() => again?.click())
  }
  vi.useRealTimers()
  // What is loaded when it is needed: the words of a language, and the line under a failure.
  const failures = stages.filter((stage) => statusOf(stateOf(stage)) === 'failed')
  await until(() => {
    expect(failures.filter((stage) => !boxOf(stage).querySelector('[data-seam-portal=reference]'))).toEqual(
      [],
    )
  })
  await pressTabs()
  endFades()
  return { unmount }
}

/** Brings every fade to its end, and stops what would go on for ever. */
export function endFades(): void {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel()
    else animation.finish()
  }
}

/** Presses the launchers of a tab: the browser blocks one, and the other waits for its address. */
async function pressTabs(): Promise<void> {
  const busy = buttonOf('busy')
  if (!busy) return
  const tab = { document: document.implementation.createHTMLDocument(), close() {} }
  const open = vi
    .spyOn(window, 'open')
    .mockReturnValueOnce(tab as unknown as Window)
    .mockReturnValue(null)
  act(() => busy.click())
  act(() => buttonOf('blocked')?.click())
  await until(() => {
    expect(busy).toHaveAttribute('aria-busy', 'true')
    expect(document.querySelector('[data-seam-portal=blocked] button')).toHaveFocus()
  })
  open.mockRestore()
}

const buttonOf = (launcher: string) =>
  document.querySelector<HTMLButtonElement>(`[data-launcher=${launcher}] [data-seam-portal=launcher]`)

async function linkAt(vendor: Vendor, prepare?: (vendor: Vendor) => Promise<void>): Promise<PortalLink> {
  await prepare?.(vendor)
  return vendor.createOfficially()
}

/** Where a stage's portal is: a dialog is drawn at the end of the page. */
const boxOf = (stage: HTMLElement) => ('over' in stage.dataset ? document.body : stage)

const stateOf = (stage: HTMLElement) => stage.dataset.state as StateName

function seen(stage: HTMLElement): string | undefined {
  return boxOf(stage).querySelector<HTMLElement>('[data-seam-portal=frame]')?.dataset.status
}

/// <reference types="vite/client" />
import { act, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError, PortalFrame, PortalLauncher } from '../../src/index'
import styles from '../../src/styles.css?inline'
import { createQuestions, linkOf, renderWith, until, untilPortalState } from '../failures/onScreen'
import { createPages, endFades } from './enter'

const sheet = document.createElement('style')
sheet.textContent = styles
beforeEach(() => document.head.append(sheet))
afterEach(() => {
  sheet.remove()
  vi.useRealTimers()
})

const HOUR = 3_600_000
const gone = () => new PortalError('vendor_error')

describe.each(['dialog', 'drawer'] as const)('with nothing but keys, a %s', (presentation) => {
  const launcher = <PortalLauncher presentation={presentation}>Manage access</PortalLauncher>

  it.each(['{Enter}', ' '])(
    'opens with %o on its title, and is walked through into the portal, where keys are the portal’s',
    async (key) => {
      const { asked, link } = show(launcher)
      await press('{Tab}', 'Manage access')
      await press(key, 'title')
      await until(() => expect(asked).toHaveLength(1))
      asked[0]?.answer(link())
      await untilPortalState({ status: 'loaded' })
      expect(focused()).toBe('title')
      await press('{Tab}', 'Open in a new tab')
      await press('{Tab}', 'Close')
      await press('{Tab}', 'iframe')
      await press('{Escape}', 'iframe')
    },
  )

  it('is left backwards, and closes with Escape, on its way in at every step', async () => {
    const { asked } = show(launcher)
    await press('{Tab}', 'Manage access')
    for (const steps of [[], ['{Tab}'], ['{Tab}', '{Tab}'], ['{Tab}', '{Tab}', '{Shift>}{Tab}{/Shift}']]) {
      await press('{Enter}', 'title')
      for (const step of steps) await userEvent.keyboard(step)
      await press('{Escape}', 'Manage access')
    }
    expect(asked).toHaveLength(1)
  })

  it('has the focus on its title again when it is opened while it is still closing', async () => {
    show(launcher)
    await press('{Tab}', 'Manage access')
    await press('{Enter}', 'title')
    endFades()
    await press('{Escape}', 'Manage access')
    for (const fade of document.getAnimations()) fade.currentTime = 100
    await press('{Enter}', 'title')
  })

  it('closes with its own button, by Enter and by Space', async () => {
    show(launcher)
    await press('{Tab}', 'Manage access')
    for (const key of ['{Enter}', ' ']) {
      await press('{Enter}', 'title')
      await press('{Tab}', 'Open in a new tab')
      await press('{Tab}', 'Close')
      await press(key, 'Manage access')
    }
  })

  it('keeps the focus through an error, another, and the portal after it', async () => {
    const { asked, link } = show(launcher)
    await press('{Tab}', 'Manage access')
    await press('{Enter}', 'title')
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.fail(gone())
    await untilPortalState({ status: 'failed' })
    expect(focused()).toBe('title')
    await press('{Tab}', 'Open in a new tab')
    await press('{Tab}', 'Close')
    await retryTwice(asked, link)
    await press('{Escape}', 'Manage access')
  })
})

describe('with nothing but keys, a portal on the page', () => {
  const field = <input aria-label="Name" />
  const inline = (
    <>
      {field}
      <PortalFrame />
    </>
  )

  it('keeps the focus through an error, another, and the portal after it', async () => {
    const { asked, link } = show(inline)
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.fail(gone())
    await untilPortalState({ status: 'failed' })
    await press('{Tab}', 'Name')
    await retryTwice(asked, link)
    await press('{Shift>}{Tab}{/Shift}', 'Name')
  })

  it('reaches everything there is to do about a failure', async () => {
    const { asked } = show(inline)
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.fail(gone())
    await screen.findByRole('button', { name: /Copy/ })
    await press('{Tab}', 'Name')
    await press('{Tab}', 'Retry')
    await press('{Tab}', 'Open in a new tab')
    await userEvent.keyboard('{Tab}')
    expect(screen.getByRole('button', { name: /Copy/ })).toHaveFocus()
  })

  it('keeps the focus when a session has ended and another takes its place', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
    const { asked, link } = show(inline)
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(link())
    await untilPortalState({ status: 'loaded' })
    await act(async () => vi.advanceTimersByTimeAsync(HOUR))
    await untilPortalState({ status: 'expired' })
    vi.useRealTimers()
    screen.getByRole('button', { name: 'Reload' }).focus()
    await press('{Enter}', 'Reload')
    await until(() => expect(asked).toHaveLength(2))
    expect(focused()).toBe('Reload')
    asked[1]?.answer(link())
    await untilPortalState({ status: 'loaded' })
    await until(() => expect(focused()).toBe('frame'))
  })

  it('keeps the focus when what was slow has come after all', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { asked } = show(inline)
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer({ url: (await createPages()).hangs })
    await until(() => expect(document.querySelector('iframe')).not.toBeNull())
    await act(async () => vi.advanceTimersByTimeAsync(8000))
    await untilPortalState({ status: 'slow' })
    vi.useRealTimers()
    screen.getByRole('button', { name: 'Open in a new tab' }).focus()
    // As the browser says it when the page has come.
    act(() => void document.querySelector('iframe')?.dispatchEvent(new Event('load')))
    await untilPortalState({ status: 'loaded' })
    await until(() => expect(focused()).toBe('frame'))
  })
})

describe('with nothing but keys, a new tab', () => {
  it('is opened by its button, and its stand-in by the link beside it when the browser blocks it', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null)
    show(<PortalLauncher presentation="tab">Manage access</PortalLauncher>)
    await press('{Tab}', 'Manage access')
    await press('{Enter}', 'Open it here')
    await press('{Enter}', 'title')
    await press('{Escape}', 'Open it here')
    await press('{Shift>}{Tab}{/Shift}', 'Manage access')
  })
})

/** Renders over a backend that answers when the test says so. */
function show(ui: ReactElement) {
  const { asked, client } = createQuestions()
  const { vendor } = renderWith(ui, { client })
  return { asked, link: () => linkOf(vendor, HOUR) }
}

/** Tries again twice from the face of a failure: the first time in vain. The focus goes along. */
async function retryTwice(asked: ReturnType<typeof createQuestions>['asked'], link: () => unknown) {
  await press('{Tab}', 'Retry')
  await press('{Enter}', 'Retry')
  await until(() => expect(asked).toHaveLength(2))
  expect(focused()).toBe('Retry')
  asked[1]?.fail(new PortalError('forbidden'))
  await untilPortalState({ status: 'failed', code: 'forbidden' })
  expect(focused()).toBe('Retry')
  await press(' ', 'Retry')
  await until(() => expect(asked).toHaveLength(3))
  asked[2]?.answer(link())
  await untilPortalState({ status: 'loaded' })
  await until(() => expect(focused()).toBe('frame'))
}

/** Presses a key, and says where the focus has to be then. */
async function press(key: string, expected: string): Promise<void> {
  await userEvent.keyboard(key)
  await until(() => expect(focused()).toBe(expected))
}

/** What has the focus: a button by its name, everything else by which part it is. */
function focused(): string | null {
  const element = document.activeElement as HTMLElement
  if (element.tagName === 'IFRAME') return 'iframe'
  if (element.dataset.seamPortal === 'title' || element.dataset.seamPortal === 'frame')
    return element.dataset.seamPortal
  const words = element.cloneNode(true) as HTMLElement
  for (const hint of words.querySelectorAll('[data-seam-portal=hint]')) hint.remove()
  return element.tagName === 'BODY' ? null : element.ariaLabel || words.textContent.trim()
}

import { render } from '@testing-library/react'
import type { ReactElement, ReactNode } from 'react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import {
  type CreatePortalInput,
  createPortalClient,
  type PortalEvent,
  PortalProvider,
  type PortalProviderProps,
} from '../../src/index'
import { createVendor, type Vendor } from '../support/renderInPortal'

// Saved here, before a test replaces the browser's clock.
const later = window.setTimeout.bind(window)
const clock = performance.now.bind(performance)

/** Text that may only be in a frame's `src`. */
export const SECRET = /seam_cst|token=/

// Answers arrive at any time, outside of React's `act`.
beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = false
})
afterEach(() => {
  expect(outsideOfFrames(), 'the page beside its frames').not.toMatch(SECRET)
  vi.useRealTimers()
})

/** Waits until a check passes. It uses the real clock, also when the test has replaced the page's. */
export async function until(check: () => unknown, within = 5000): Promise<void> {
  const end = clock() + within
  for (;;) {
    try {
      await check()
      return
    } catch (error) {
      if (clock() > end) throw error
    }
    await pass(10)
  }
}

/** Waits until pending renders, messages and answers have been handled. */
export async function settle(turns = 6): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await pass(10)
}

/** The root element of a portal: by default the first on the page. */
export const part = (at = 0): Element | undefined =>
  document.querySelectorAll('[data-seam-portal=frame]')[at] ?? undefined
export const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll('iframe')]

/** Expects one frame, and that it is this element: another element would mean a reload. */
export function expectFrame(element: HTMLIFrameElement | undefined): void {
  expect(frames()).toHaveLength(1)
  expect(frames()[0]).toBe(element)
}

/** What the user sees of a portal: its status, and the code and title of its error state. */
export function portalState(at = 0): { status?: string | null; code?: string | null; title?: string | null } {
  const failed = part(at)?.querySelector('[data-code]')
  return {
    status: part(at)?.getAttribute('data-status') ?? null,
    code: failed?.getAttribute('data-code') ?? null,
    title: failed?.querySelector('h3')?.textContent ?? null,
  }
}

export const untilPortalState = (expected: ReturnType<typeof portalState>, at = 0): Promise<void> =>
  until(() => expect(portalState(at)).toMatchObject(expected))

/** Finds a button by its label. */
export function button(name: string | RegExp): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((one) =>
    typeof name === 'string'
      ? one.textContent === name || one.ariaLabel === name
      : name.test(one.textContent ?? ''),
  )
  if (!found) throw new Error(`There is no button ${String(name)}.`)
  return found
}

/** One request to a backend of the test. It waits until the test answers it. */
export interface Question {
  input: CreatePortalInput
  signal: AbortSignal
  answer: (link: unknown) => void
  fail: (error: unknown) => void
}

/** Creates a backend that answers when the test says so. */
export function createQuestions() {
  const asked: Question[] = []
  const client = {
    createPortal: async (input: CreatePortalInput, { signal }: { signal: AbortSignal }) =>
      new Promise((answer, fail) => {
        asked.push({ input, signal, answer, fail })
      }),
  }
  return { asked, client }
}

let links = 0

/** Makes a link to a page of the vendor. It ends after `ms` milliseconds. */
export function linkOf(vendor: Vendor, ms = 3_600_000, now = Date.now()) {
  links += 1
  return {
    url: `${vendor.origin}/portals/${links}?token=seam_cst_canary_${links}`,
    created_at: new Date(now).toISOString(),
    expires_at: new Date(now + ms).toISOString(),
  }
}

/** Renders inside a provider with the backend of this test. */
export function renderWith(ui: ReactNode, provider: Partial<PortalProviderProps>) {
  const vendor = createVendor()
  const events: PortalEvent[] = []
  const wrap = (inner: ReactNode, more: Partial<PortalProviderProps> = {}): ReactElement => (
    <PortalProvider
      {...({
        portalOrigins: [vendor.origin],
        onEvent: (event: PortalEvent) => events.push(event),
        ...provider,
        ...more,
      } as PortalProviderProps)}
    >
      {inner}
    </PortalProvider>
  )
  const { rerender, unmount } = render(wrap(ui))
  return { vendor, events, unmount, rerender: (inner: ReactNode, more = {}) => rerender(wrap(inner, more)) }
}

/** Creates a client whose backend gives these answers in order, and repeats the last one. */
export function answering(...answers: (() => Response | Promise<Response>)[]) {
  const bodies: string[] = []
  const client = createPortalClient({
    async fetch(request) {
      bodies.push(await request.text())
      return (answers[bodies.length - 1] ?? answers.at(-1))?.() ?? Response.error()
    },
  })
  return { client, bodies }
}

function outsideOfFrames(): string {
  const page = document.documentElement.cloneNode(true) as HTMLElement
  for (const frame of page.querySelectorAll('iframe')) frame.removeAttribute('src')
  // The test runner's own scripts and styles are in this page too.
  for (const script of page.querySelectorAll('script, style')) script.remove()
  return page.outerHTML
}

/** Waits in real time. A fake clock only runs the timers that are due now. */
async function pass(ms: number): Promise<void> {
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(0)
  await new Promise((resolve) => later(resolve, ms))
}

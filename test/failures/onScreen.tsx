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

// Kept before a test puts its own clock in place of the browser's.
const later = window.setTimeout.bind(window)
const clock = performance.now.bind(performance)

/** What may stand nowhere but in a frame's `src`. */
export const SECRET = /seam_cst|token=/

// Answers come when they come, outside of anything React's `act` could wrap.
beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = false
})
afterEach(() => {
  expect(outsideOfFrames(), 'the page beside its frames').not.toMatch(SECRET)
  vi.useRealTimers()
})

/** Waits until a check passes, by the real clock, whatever the test has done to the page's. */
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

/** Lets whatever is under way come to its end: renderings, messages, answers that are already there. */
export async function settle(turns = 6): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await pass(10)
}

/** The part of one portal, the first on the page unless told otherwise. */
export const part = (at = 0): Element | undefined =>
  document.querySelectorAll('[data-seam-portal=frame]')[at] ?? undefined
export const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll('iframe')]

/** There is one frame, and it is this very element: one that looks the same would have been loaded anew. */
export function expectFrame(element: HTMLIFrameElement | undefined): void {
  expect(frames()).toHaveLength(1)
  expect(frames()[0]).toBe(element)
}

/** What a person sees of one portal. */
export function face(at = 0): { status?: string | null; code?: string | null; title?: string | null } {
  const failed = part(at)?.querySelector('[data-code]')
  return {
    status: part(at)?.getAttribute('data-status') ?? null,
    code: failed?.getAttribute('data-code') ?? null,
    title: failed?.querySelector('h3')?.textContent ?? null,
  }
}

export const untilFace = (expected: ReturnType<typeof face>, at = 0): Promise<void> =>
  until(() => expect(face(at)).toMatchObject(expected))

/** A button by its words. */
export function button(name: string | RegExp): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((one) =>
    typeof name === 'string'
      ? one.textContent === name || one.ariaLabel === name
      : name.test(one.textContent ?? ''),
  )
  if (!found) throw new Error(`There is no button ${String(name)}.`)
  return found
}

/** One question to a backend of the test's own, waiting for its answer. */
export interface Question {
  input: CreatePortalInput
  signal: AbortSignal
  answer: (link: unknown) => void
  fail: (error: unknown) => void
}

/** A backend that answers when the test says so. */
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

/** A link to a page at the vendor's that works for `ms`. */
export function linkOf(vendor: Vendor, ms = 3_600_000, now = Date.now()) {
  links += 1
  return {
    url: `${vendor.origin}/portals/${links}?token=seam_cst_canary_${links}`,
    created_at: new Date(now).toISOString(),
    expires_at: new Date(now + ms).toISOString(),
  }
}

/** Renders with a provider whose backend is this test's own. */
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

/** A client whose backend answers with the next of these, the last one again and again. */
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
  // The page that runs the tests is not ours.
  for (const script of page.querySelectorAll('script, style')) script.remove()
  return page.outerHTML
}

/** Real time passes; a clock of the test's own only does what is due at once. */
async function pass(ms: number): Promise<void> {
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(0)
  await new Promise((resolve) => later(resolve, ms))
}

import * as fc from 'fast-check'
import { cleanup } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { PortalDialog, PortalError, PortalFrame } from '../../src/index'
import type { PortalErrorCode } from '../../src/index'
import { createVendor, type Vendor } from '../support/renderInPortal'
import { createQuestions, frames, linkOf, part, portalState, renderWith, settle } from './onScreen'
import { watchPage } from './watchPage'

const STATUSES = ['idle', 'creating', 'loading', 'slow', 'loaded', 'expired', 'failed']
const LOCALES = ['en-US', 'fr-FR', 'de-DE'] as const
const WAKE_EVENTS = ['visibilitychange', 'pageshow', 'focus', 'online'] as const

/** What the host and the user want, after any order of events. */
interface Model {
  mounted: boolean
  open: boolean
  locale: (typeof LOCALES)[number]
}

/** A portal in a dialog, its backend, and the language that each answered link is for. */
class Portal {
  readonly questions = createQuestions()
  readonly answered = new Map<string, string>()
  readonly #rendered
  /** The loaded frame that the user sees. It must stay until the user or the host wants another. */
  #seen: HTMLIFrameElement | undefined

  readonly vendor: Vendor
  readonly model: Model

  constructor(vendor: Vendor, model: Model) {
    this.vendor = vendor
    this.model = model
    const { client } = this.questions
    this.#rendered = renderWith(this.#ui(), { client, portalOrigins: [vendor.origin], probe: false })
  }

  #ui() {
    const { mounted, open, locale } = this.model
    return mounted ? (
      <PortalDialog.Root open={open} locale={locale}>
        <PortalDialog.Popup>
          <PortalDialog.Frame />
        </PortalDialog.Popup>
      </PortalDialog.Root>
    ) : null
  }

  show(change: Partial<Model>): void {
    const { locale } = change
    if (change.mounted === false || change.open === false || (locale && locale !== this.model.locale)) {
      this.#seen = undefined
    }
    Object.assign(this.model, change)
    this.#rendered.rerender(this.#ui())
  }

  press(): void {
    const button = part()?.querySelector<HTMLElement>(
      '[data-code] button:not([data-variant]), [data-kind=expired] button',
    )
    if (!button) return
    this.#seen = undefined
    button.click()
  }

  async check(): Promise<void> {
    await settle(2)
    const { mounted, open, locale } = this.model
    const shown = frames()
    if (!mounted) {
      expect(shown).toEqual([])
      return
    }
    // A dialog that has never opened renders nothing.
    if (!part()) return
    const { status } = portalState()
    expect(STATUSES).toContain(status)
    expect(shown.length).toBeLessThanOrEqual(1)
    const [frame] = shown
    if (frame) expect(this.answered.get(frame.src)).toBe(locale)
    if (this.#seen) expect(frame).toBe(this.#seen)
    if (open && status === 'loaded') this.#seen = frame
  }
}

type Step = fc.AsyncCommand<Model, Portal>

/** One event of the model. */
function step(name: string, act: (portal: Portal) => unknown): Step {
  return {
    check: () => true,
    async run(_, portal) {
      await act(portal)
      await portal.check()
    },
    toString: () => name,
  }
}

const pending = (portal: Portal, at: number) => {
  const waiting = portal.questions.asked.filter((question) => !done.has(question))
  const question = waiting[at % (waiting.length || 1)]
  if (question) done.add(question)
  return question
}
const done = new WeakSet<object>()

const CODES: PortalErrorCode[] = ['vendor_error', 'vendor_error', 'unauthorized', 'rate_limited', 'offline']

const steps = [
  fc.tuple(fc.nat(3), fc.constantFrom(3_600_000, 3_600_000, 3_600_000, 5_000, -1)).map(([at, ms]) =>
    step(`answer ${at} with a link of ${ms} ms`, (portal) => {
      const question = pending(portal, at)
      if (!question) return
      const link = linkOf(portal.vendor, ms)
      portal.answered.set(link.url, String(question.input.locale))
      question.answer(link)
    }),
  ),
  fc
    .tuple(fc.nat(3), fc.constantFrom(...CODES))
    .map(([at, code]) =>
      step(`fail ${at} with ${code}`, (portal) => pending(portal, at)?.fail(new PortalError(code))),
    ),
  fc
    .constantFrom(10, 1_000, 8_000, 20_000, 3_600_000)
    .map((ms) => step(`wait ${ms}`, async () => vi.advanceTimersByTimeAsync(ms))),
  fc.constantFrom(5_000, 3_600_000).map((ms) => step(`sleep ${ms}`, () => vi.setSystemTime(Date.now() + ms))),
  fc.constantFrom(...WAKE_EVENTS).map((event) =>
    step(`wake by ${event}`, () => {
      document.dispatchEvent(new Event(event))
      window.dispatchEvent(new Event(event))
    }),
  ),
  fc.constantFrom(...LOCALES).map((locale) => step(`ask for ${locale}`, (portal) => portal.show({ locale }))),
  fc.boolean().map((open) => step(open ? 'open' : 'close', (portal) => portal.show({ open }))),
  fc
    .constantFrom(true, true, false)
    .map((mounted) => step(mounted ? 'mount' : 'unmount', (portal) => portal.show({ mounted }))),
  fc.constant(step('press', (portal) => portal.press())),
]

it('holds its invariants in any order of events', { timeout: 120_000 }, async () => {
  const vendor = createVendor()
  // Not counted: code that is loaded once, and listeners that the first render adds and never removes.
  const page = watchPage()
  renderWith(<PortalFrame />, createQuestions())
  cleanup()

  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 24, size: 'max' }), async (commands) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
      const before = page.left()
      const model: Model = { mounted: true, open: true, locale: 'en-US' }
      let portal: Portal | undefined
      await fc.asyncModelRun(() => {
        portal = new Portal(vendor, model)
        return { model: {} as Model, real: portal }
      }, commands)

      cleanup()
      await settle(2)
      const asked = portal?.questions.asked.length
      for (const event of WAKE_EVENTS) window.dispatchEvent(new Event(event))
      await vi.advanceTimersByTimeAsync(3_600_000)
      await settle(2)

      expect(portal?.questions.asked.length, 'asked after the end').toBe(asked)
      expect(frames()).toEqual([])
      expect(vi.getTimerCount(), 'timers after the end').toBe(0)
      expect(page.left(), 'listeners after the end').toEqual(before)
      vi.useRealTimers()
    }),
    { numRuns: 40, endOnFailure: false },
  )
})

/// <reference types="vite/client" />
import { render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { PortalDialog } from '../../src/index'
import styles from '../../src/styles.css?inline'
import { createPages, endFades } from './enter'
import { type Pages, StateProvider } from './Stage'

let pages: Pages
const sheet = document.createElement('style')

beforeAll(async () => {
  pages = await createPages()
  sheet.textContent = styles
  document.head.append(sheet)
})
afterEach(() => document.documentElement.removeAttribute('dir'))
afterAll(async () => {
  sheet.remove()
  await page.viewport(414, 896)
})

// As in docs/presentations.md.
const below = (
  <>
    <PortalDialog.Title>Who may come in</PortalDialog.Title>
    <PortalDialog.Frame />
    <PortalDialog.Close>Done</PortalDialog.Close>
  </>
)

const beside = (
  <>
    <PortalDialog.Title>{'Who may come in to the house by the harbour '.repeat(4)}</PortalDialog.Title>
    <PortalDialog.Close />
    <PortalDialog.Frame />
  </>
)

describe.each([1280, 390])('the parts of a dialog without a header, %i wide', (width) => {
  const line = width === 390 ? 60 : 52

  it.each(['ltr', 'rtl'])('have the title above the frame and Close below it (%s)', async (dir) => {
    document.documentElement.dir = dir
    const { dialog, title, frame, close } = await open(width, below)

    expect(title.height).toBe(width === 390 ? 20 : 24)
    expect(frame.left).toBe(dialog.left)
    expect(frame.width).toBe(dialog.width)
    expect(frame.top - dialog.top).toBe(title.height + 2 * (title.top - dialog.top))
    expect(dialog.bottom - frame.bottom).toBe(line)
    expect(close.top - frame.bottom).toBe(8)
    expect(dir === 'ltr' ? dialog.right - close.right : close.left - dialog.left).toBe(8)
    expect(dir === 'ltr' ? title.left - dialog.left : dialog.right - title.right).toBe(20)
    expect(getComputedStyle(screen.getByRole('button', { name: 'Done' })).borderTopColor).toBe(
      'rgb(129, 136, 150)',
    )
  })

  it.each(['ltr', 'rtl'])('have Close in the title’s line, where it follows the title (%s)', async (dir) => {
    document.documentElement.dir = dir
    const { dialog, title, frame, close } = await open(width, beside)

    expect(close.top - dialog.top).toBe(8)
    expect(dir === 'ltr' ? dialog.right - close.right : close.left - dialog.left).toBe(8)
    expect(dir === 'ltr' ? close.left - title.right : title.left - close.right).toBeGreaterThan(0)
    expect(frame.top).toBeGreaterThanOrEqual(close.bottom)
    expect(frame.bottom).toBe(dialog.bottom)
  })
})

/** Opens a dialog with these parts in a page of that width. Gives the boxes of its parts, inside the dialog's edge. */
async function open(width: number, parts: ReactNode) {
  await page.viewport(width, 800)
  render(
    <StateProvider state="loaded" pages={pages}>
      <PortalDialog.Root heading="Access" defaultOpen>
        <PortalDialog.Popup>{parts}</PortalDialog.Popup>
      </PortalDialog.Root>
    </StateProvider>,
  )
  const dialog = await screen.findByRole('dialog')
  endFades()
  const box = (selector: string) => dialog.querySelector(selector)?.getBoundingClientRect() as DOMRect
  const { x, y, width: outer, height } = dialog.getBoundingClientRect()
  return {
    dialog: new DOMRect(x + 1, y + 1, outer - 2, height - 2),
    title: box('[data-seam-portal=title]'),
    frame: box('[data-seam-portal=frame]'),
    close: box('[data-icon=close]'),
  }
}

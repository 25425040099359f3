/// <reference types="vite/client" />
import styled from '@emotion/styled'
import { screen } from '@testing-library/react'
import bootstrap from 'bootstrap/dist/css/bootstrap.css?inline'
import type { ReactElement, ReactNode } from 'react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { PortalFrame, PortalLauncher } from '../../src/index'
import styles from '../../src/styles.css?inline'
import { createPages, enter } from './enter'
import { BARE, compileTailwind, HOSTS, UTILITIES } from './HOSTS'
import { DialogStage, InlineStage, InlineStages, LauncherStages, type Pages, StateProvider } from './Stage'

const added: Element[] = []
let pages: Pages
let alone: Measured

beforeAll(async () => {
  pages = await createPages()
  await page.viewport(1280, 800)
  // Wherever the pointer happens to be, it hovers over nothing.
  document.documentElement.style.pointerEvents = 'none'
  alone = await measure()
})
afterEach(clear)
afterAll(async () => {
  document.documentElement.removeAttribute('style')
  await page.viewport(414, 896)
})

describe.each(Object.entries(HOSTS))('on a page with %s', (_, load) => {
  it.each(['before', 'after'] as const)('looks as it does alone, its stylesheet %s ours', async (order) => {
    const { css, baseline } = await load()
    expect(differences(await measure(css, order, baseline))).toEqual([])
  })
})

describe.each(Object.entries(BARE))('on a page with %s, which styles bare elements', (host, css) => {
  it.each(['dialog', 'drawer'] as const)(
    'a %s is where and as large as it is alone',
    async (presentation) => {
      const ui = (
        <div
          style={{ textTransform: 'uppercase', letterSpacing: 3, fontStyle: 'italic', textAlign: 'right' }}
        >
          <DialogStage pages={pages} state="loaded" presentation={presentation} />
        </div>
      )
      addSheets([styles])
      const expected = await boxes(ui)
      clear()
      for (const sheets of [
        [css, styles],
        [styles, css],
      ]) {
        addSheets(sheets)
        // Pico's [type=button] weighs as much as a class: after ours it has the buttons, so docs/theming.md says before.
        const isTheirs = host === 'Pico' && sheets[1] === css
        const found = changes(expected, await boxes(ui))
        expect(
          found.filter((change) => !isTheirs || /^(dialog|header (x|width)|iframe (x|width))/.test(change)),
        ).toEqual([])
        clear()
      }
    },
  )
})

it('has one ring on a busy button, where the host’s stylesheet has one too', async () => {
  addSheets([styles, BARE.Pico ?? ''])
  const { unmount } = await enter(<LauncherStages pages={pages} />)
  const busy = document.querySelector('[data-launcher=busy] [data-seam-portal=launcher]') as Element
  expect(getComputedStyle(busy, '::before').content).toBe('none')
  expect(getComputedStyle(busy, '::after').content).toBe('""')
  unmount()
})

describe('a utility of the host’s', () => {
  const wanted = {
    backgroundColor: 'oklch(0.637 0.237 25.331)',
    borderRadius: '0px',
    paddingLeft: '40px',
    borderTopWidth: '4px',
    height: '480px',
    width: '320px',
    fontSize: '18px',
  }

  it('wins over ours in Tailwind 4, with our stylesheet in a layer below it', async () => {
    addSheets([
      await compileTailwind(`@layer theme, base, components, utilities;
@layer components {${styles}}`),
    ])
    const { launcher, frame } = await showParts(UTILITIES.join(' '))
    expect(launcher).toMatchObject(wanted)
    const { fontSize: _, paddingLeft: __, ...box } = wanted
    expect(frame).toMatchObject(box)
    // Where the host says nothing, the look is ours, over the reset.
    expect(launcher).toMatchObject({ cursor: 'pointer', color: 'rgb(255, 255, 255)', minHeight: '36px' })
    expect(frame.iframe).toMatchObject({ position: 'absolute', width: '312px', height: '472px' })
  })

  it('wins over ours in Bootstrap, whose stylesheet comes after it', async () => {
    addSheets([styles, bootstrap])
    const { launcher } = await showParts('btn btn-danger btn-lg rounded-0')
    expect(launcher).toMatchObject({
      backgroundColor: 'rgb(220, 53, 69)',
      borderRadius: '0px',
      paddingLeft: '16px',
      fontSize: '20px',
    })
  })

  it('wins over ours in MUI, whose styles come after it', async () => {
    addSheets([styles])
    const Wide = styled(PortalLauncher)({ backgroundColor: 'rgb(1, 2, 3)', borderRadius: 0, height: 60 })
    const { unmount } = await enter(
      <StateProvider state="creating" pages={pages}>
        <Wide />
      </StateProvider>,
    )
    expect(getComputedStyle(screen.getByRole('button'))).toMatchObject({
      backgroundColor: 'rgb(1, 2, 3)',
      borderRadius: '0px',
      height: '60px',
    })
    unmount()
  })
})

describe('on a page without any stylesheet', () => {
  it('is a button, a dialog over the page, and a frame of a usable size', async () => {
    const { unmount } = await enter(<DialogStage pages={pages} state="loaded" presentation="dialog" />)
    const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'Manage access' })
    expect(dialog.matches(':modal')).toBe(true)
    const box = dialog.getBoundingClientRect()
    expect(box.left).toBeCloseTo((innerWidth - box.width) / 2, 0)
    const frame = dialog.querySelector('iframe')?.getBoundingClientRect()
    expect(frame?.height).toBeGreaterThanOrEqual(680)
    expect(frame?.width).toBeGreaterThan(250)
    for (const name of ['Close', 'Open in a new tab']) {
      expect(
        screen.getByRole('button', { name }).getBoundingClientRect().height,
        name,
      ).toBeGreaterThanOrEqual(20)
    }
    unmount()
  })

  it('says everything there is to say about a failure', async () => {
    const { unmount } = await enter(<InlineStage pages={pages} state="vendor_error" />)
    for (const text of ['Access settings didn’t load', 'This is on our side. Try again in a moment.']) {
      expect(screen.getByText(text, { selector: 'h3, p:not([role])' })).toBeVisible()
    }
    unmount()
  })
})

/** A launcher and a frame with classes of the host's, as they are drawn. */
async function showParts(className: string) {
  const { unmount } = await enter(
    <div data-state="loaded">
      <StateProvider state="loaded" pages={pages}>
        <PortalLauncher className={className} />
        <PortalFrame className={className} />
      </StateProvider>
    </div>,
  )
  const launcher = styleOf('[data-seam-portal=launcher]')
  const frame = { ...styleOf('[data-seam-portal=frame]'), iframe: styleOf('iframe') }
  unmount()
  return { launcher, frame }
}

function styleOf(selector: string): CSSStyleDeclaration {
  const element = document.querySelector(selector)
  if (!element) throw new Error(`There is no ${selector}.`)
  return { ...getComputedStyle(element) }
}

/** Every part on a page of the host's, its stylesheet before or after ours. */
async function measure(css = '', order: 'before' | 'after' = 'before', baseline?: ReactElement) {
  addSheets(order === 'before' ? [css, styles] : [styles, css])
  const found = []
  for (const stages of [
    <Page key="page">
      <LauncherStages pages={pages} />
      <InlineStages pages={pages} />
    </Page>,
    <Page key="dialog">
      <DialogStage pages={pages} state="loaded" presentation="dialog" />
    </Page>,
    <Page key="drawer">
      <DialogStage pages={pages} state="expired" presentation="drawer" />
    </Page>,
  ]) {
    const { unmount } = await enter(
      <>
        {baseline}
        {stages}
      </>,
    )
    found.push(...[...document.querySelectorAll(SEEN)].flatMap(look))
    unmount()
  }
  clear()
  return found
}

/** The dialog's parts, the native ones, and the buttons: their place, and what makes their boxes. */
async function boxes(ui: ReactElement) {
  const { unmount } = await enter(ui)
  const found = [
    ...document.querySelectorAll(
      'dialog, dialog [data-seam-portal]:not([data-seam-portal=status], [data-seam-portal=hint]), dialog iframe',
    ),
  ].map((part) => {
    const style = getComputedStyle(part)
    const { x, y, width, height } = part.getBoundingClientRect()
    const said = [...style].filter((property) => BOX.test(property))
    return [
      part.getAttribute('data-seam-portal') ?? 'iframe',
      {
        x,
        y,
        width,
        height,
        ...Object.fromEntries(said.map((name) => [name, style.getPropertyValue(name)])),
      },
    ] as const
  })
  unmount()
  return found
}

/** What says where a box stands and how large it is, and what its text looks like. */
const BOX =
  /^(margin|padding|min|max|border-.*-width|border-.*-radius|aspect|position|display|float|text-(align|transform|indent)|letter|font-(size|style|weight)|line-height|justify|align|flex|overflow-.$|transform$|translate|scale|filter|backdrop|opacity|background-color)/

function changes(expected: Awaited<ReturnType<typeof boxes>>, found: typeof expected): string[] {
  expect(found.map(([name]) => name)).toEqual(expected.map(([name]) => name))
  return expected.flatMap(([name, box], index) =>
    Object.entries(box)
      .map(([property, value]) => [property, value, found[index]?.[1][property as 'x']] as const)
      .filter(([, before, after]) => before !== after)
      .map(([property, before, after]) => `${name} ${property}: ${before} → ${after}`),
  )
}

/** What a host's page gives every text on it. */
function Page({ children }: { children: ReactNode }) {
  return <div style={{ font: '16px/24px sans-serif', letterSpacing: 0, color: 'black' }}>{children}</div>
}

/** Every part, but the place where frames wait out of sight, and every iframe in one. */
const SEEN = '[data-seam-portal]:not([data-seam-portal=park]), [data-seam-portal] > iframe'

/** A part and what is drawn before and behind it: how large they are, and every style they have in the end. */
function look(part: Element) {
  const name = part.getAttribute('data-seam-portal') ?? 'iframe'
  return ['', '::before', '::after', '::backdrop']
    .map((pseudo) => ({ name: name + pseudo, style: getComputedStyle(part, pseudo) }))
    .filter(({ name, style }) => !/::(before|after)/.test(name) || style.content !== 'none')
    .filter(({ name }) => !name.endsWith('::backdrop') || part instanceof HTMLDialogElement)
    .map(({ name, style }) => ({
      name,
      look: {
        x: part.getBoundingClientRect().x,
        ...Object.fromEntries([...style].map((property) => [property, style.getPropertyValue(property)])),
        ...outerSize(style),
      },
    }))
}

/** The size of a box with its edges, whichever way a page counts. */
function outerSize(style: CSSStyleDeclaration) {
  const sum = (...properties: string[]) =>
    properties.reduce(
      (total, property) => total + (Number.parseFloat(style.getPropertyValue(property)) || 0),
      0,
    )
  const edges = (one: string, other: string) =>
    style.boxSizing === 'border-box'
      ? 0
      : sum(`padding-${one}`, `padding-${other}`, `border-${one}-width`, `border-${other}-width`)
  const width = sum('width') + edges('left', 'right')
  const height = sum('height') + edges('top', 'bottom')
  return { width, height, 'inline-size': width, 'block-size': height, 'box-sizing': '' }
}

/**
 * What a host may set without moving or repainting anything of ours: what concerns text of its own, native drawing that
 * our colours have switched off, edges without a width, and where a part would stand in a line it does not stand in.
 */
const UNSEEN =
  / (tab-size|text-size-adjust|.*tap-highlight.*|.*font-smoothing|appearance|cursor|vertical-align|(perspective|transform)-origin|(border|outline|.*rule)-.*style)$|^link display$/

type Measured = ReturnType<typeof look>

function differences(hosted: Measured): string[] {
  expect(hosted.map(({ name }) => name)).toEqual(alone.map(({ name }) => name))
  const found = alone.flatMap(({ name, look }, index) =>
    Object.entries(look)
      .map(([property, value]) => [property, value, hosted[index]?.look[property as never]] as const)
      .filter(([property, before, after]) => before !== after && !UNSEEN.test(`${name} ${property}`))
      .map(([property, before, after]) => `${name} ${property}: ${before} → ${after}`),
  )
  return [...new Set(found)]
}

function addSheets(sheets: string[]) {
  for (const text of sheets) {
    const style = document.createElement('style')
    style.textContent = text
    document.head.append(style)
    added.push(style)
  }
}

function clear() {
  for (const element of added.splice(0)) element.remove()
}

/// <reference types="vite/client" />
import { afterEach, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import styles from '../../src/styles.css?inline'

const RESET = `
  *, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
  button { background: none; padding: 0; color: inherit; font: inherit; border-radius: 0; }
  dialog { margin: 0; max-width: 50%; }
  iframe { max-width: 100%; height: auto; display: block; }
  h2, h3 { font-size: inherit; font-weight: inherit; }
  svg { display: block; vertical-align: middle; }
`
const UTILITIES = '.mt-4 { margin-top: 16px } .bg-brand { background: rgb(1, 2, 3) } .w-96 { width: 384px }'
const added: Element[] = []

afterEach(() => {
  for (const element of added.splice(0)) element.remove()
  document.documentElement.removeAttribute('style')
})

describe('styles.css on a host’s page', () => {
  it.each([
    ['before', [RESET, styles]],
    ['after', [styles, RESET]],
  ])('wins over a reset of bare elements that comes %s it', (_, sheets) => {
    addSheets(sheets)
    const launcher = add('<button data-seam-portal="launcher">Manage access</button>')
    const frame = add(
      '<div data-seam-portal="frame"><div data-seam-portal="slot"><iframe></iframe></div></div>',
    )
    const dialog = add('<dialog data-seam-portal="dialog" data-presentation="dialog"></dialog>')
    dialog.showModal()

    expect(look(launcher)).toMatchObject({ backgroundColor: 'rgb(22, 24, 29)', paddingLeft: '14px' })
    // The test's page is as narrow as a phone's.
    expect(look(launcher).minHeight).toBe('44px')
    expect(look(frame).height).toBe('680px')
    expect(look(frame.querySelector('iframe')).height).toBe('678px')
    const { left, width } = dialog.getBoundingClientRect()
    expect(left).toBeCloseTo((innerWidth - width) / 2, 0)
  })

  it('aligns the title to the start on a page that centres its text', () => {
    addSheets([styles, 'body { text-align: center }'])
    const dialog = add('<dialog data-seam-portal="dialog"><h2 data-seam-portal="title">Access</h2></dialog>')

    expect(look(dialog.querySelector('h2')).textAlign).toBe('start')
  })

  it.each([
    ['', styles],
    [
      ', also after a build that removes prefixed properties',
      styles.replace('-webkit-box-orient: vertical;', ''),
    ],
  ])('gives a long title a second line on a narrow page, and the header no more height%s', (_, sheet) => {
    addSheets([sheet])
    const headers = ['Access', 'Access for a house with a long name', 'Access '.repeat(30)].map((title) =>
      add(
        `<header style="width: 320px" data-seam-portal="header"><h2 data-seam-portal="title">${title}</h2><button data-seam-portal="icon" data-icon="close">✕</button></header>`,
      ),
    )
    const lines = headers.map((header) => header.querySelector('h2')?.getBoundingClientRect().height)

    expect(innerWidth).toBeLessThan(640)
    expect(lines).toEqual([20, 40, 40])
    expect(headers.map((header) => header.getBoundingClientRect().height)).toEqual([55, 55, 55])
  })

  it('loses against a class of the host that comes after it', () => {
    addSheets([styles, UTILITIES])
    const launcher = add(
      '<button class="mt-4 bg-brand" data-seam-portal="launcher" data-variant="outline"></button>',
    )
    const frame = add('<div class="w-96" data-seam-portal="frame" data-status="loaded" data-fill></div>')

    expect(look(launcher)).toMatchObject({ marginTop: '16px', backgroundColor: 'rgb(1, 2, 3)' })
    expect(look(frame).width).toBe('384px')
  })

  it('loses against utilities in a layer above its own layer', () => {
    addSheets([
      '@layer reset, components, utilities;',
      `@layer utilities { ${UTILITIES} }`,
      `@layer components { ${styles} }`,
      `@layer reset { ${RESET} }`,
    ])
    const launcher = add('<button class="mt-4" data-seam-portal="launcher"></button>')

    expect(look(launcher)).toMatchObject({ marginTop: '16px', paddingLeft: '14px' })
  })

  it('uses the host’s colours from the root, a class or one element', () => {
    addSheets([
      ':root { --seam-portal-accent: rgb(1, 1, 1) } .brand { --seam-portal-accent: rgb(2, 2, 2) }',
      styles,
    ])
    const root = add('<button data-seam-portal="launcher"></button>')
    const inside = add('<p class="brand"><button data-seam-portal="launcher"></button></p>').firstElementChild
    const own = add('<button data-seam-portal="launcher"></button>')
    own.style.setProperty('--seam-portal-accent', 'rgb(3, 3, 3)')

    expect([root, inside, own].map((button) => look(button).backgroundColor)).toEqual([
      'rgb(1, 1, 1)',
      'rgb(2, 2, 2)',
      'rgb(3, 3, 3)',
    ])
  })

  it('follows the host’s color-scheme, and the data-theme of an ancestor', () => {
    addSheets([styles])
    const html = `<div><div data-seam-portal="failed"></div>
      <p data-theme="light"><button data-seam-portal="icon" data-icon="close"></button>
        <span data-theme="dark"><button data-seam-portal="icon" data-icon="close"></button></span></p></div>`
    const [root, light, dark] = [...add(html).querySelectorAll('[data-seam-portal]')]
    const seen = () => [root, light, dark].map((part) => look(part).backgroundColor)

    expect(seen()).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)', 'rgb(23, 25, 30)'])
    document.documentElement.style.colorScheme = 'dark'
    expect(seen()).toEqual(['rgb(23, 25, 30)', 'rgb(255, 255, 255)', 'rgb(23, 25, 30)'])
  })

  it('follows the nearest data-theme in nested themes, also on a part itself', () => {
    addSheets([styles])
    const html = `<div data-theme="dark"><p data-theme="light"><span data-theme="dark"><i data-seam-portal="failed"></i></span>
      <i data-seam-portal="failed"></i></p><i data-seam-portal="failed"></i>
      <i data-seam-portal="failed" data-theme="light"></i></div>`
    const parts = [...add(html).querySelectorAll('i')]
    expect(parts.map((part) => look(part).backgroundColor)).toEqual([
      'rgb(23, 25, 30)',
      'rgb(255, 255, 255)',
      'rgb(23, 25, 30)',
      'rgb(255, 255, 255)',
    ])
  })

  it('follows the color-scheme of a meta element', () => {
    addSheets([styles])
    const meta = Object.assign(document.createElement('meta'), { name: 'color-scheme', content: 'dark' })
    const failed = add('<div data-seam-portal="failed"></div>')
    document.head.append(meta)
    added.push(meta)
    expect(look(failed).backgroundColor).toBe('rgb(23, 25, 30)')
  })

  it('has the host’s colours and its own light ones in a browser without light-dark()', () => {
    addSheets([':root { color-scheme: dark; --seam-portal-danger: rgb(9, 9, 9) }'])
    addSheets([styles.replaceAll('light-dark(', 'from-the-future(')])
    const failed = add('<div data-seam-portal="failed"><div data-seam-portal="badge"></div></div>')
    expect(look(failed).backgroundColor).toBe('rgb(255, 255, 255)')
    expect(look(failed.firstElementChild).color).toBe('rgb(9, 9, 9)')
  })

  it('hides a closed dialog, and gives a prewarmed one no space', () => {
    addSheets([styles])
    const dialog = add('<dialog data-seam-portal="dialog" data-presentation="dialog"></dialog>')
    expect(look(dialog).display).toBe('none')
    dialog.dataset.warm = ''
    expect(look(dialog)).toMatchObject({ display: 'flex', position: 'fixed', visibility: 'hidden' })
    const { width, height } = dialog.getBoundingClientRect()
    dialog.showModal()
    for (const fade of dialog.getAnimations()) fade.finish()
    expect(look(dialog).opacity).toBe('1')
    expect(dialog.getBoundingClientRect()).toMatchObject({ width, height })
  })

  it('shows the skeleton only until the portal has loaded, and stops its pulse then', () => {
    addSheets([styles])
    const frame = add('<div data-seam-portal="frame"><div data-seam-portal="skeleton"></div></div>')
    const shown = ['idle', 'creating', 'loading', 'slow', 'loaded', 'expired', 'failed'].filter((status) => {
      frame.dataset.status = status
      finishFades(frame)
      return look(frame.firstElementChild).display === 'block'
    })
    expect(shown).toEqual(['idle', 'creating', 'loading', 'slow'])
    expect(frame.getAnimations({ subtree: true })).toEqual([])
    frame.dataset.status = 'loading'
    expect(frame.getAnimations({ subtree: true })).not.toEqual([])
  })

  it.each(['no-preference', 'reduce'])(
    'does not draw the skeleton for the first 150 ms, because its filter would delay the dialog: motion %s',
    async (value) => {
      await cdp().send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-reduced-motion', value }],
      })
      try {
        addSheets([styles])
        const skeleton = add('<div data-seam-portal="skeleton"></div>')
        const drawnAt = [0, 140, 151].map((time) => {
          for (const play of skeleton.getAnimations({ subtree: true })) {
            play.pause()
            play.currentTime = time
          }
          return look(skeleton, '::before').visibility
        })
        expect(drawnAt).toEqual(['hidden', 'hidden', 'visible'])
        // Its cover is still there, so it comes with a fade, unless the user wants no motion.
        const { display, opacity } = look(skeleton, '::after')
        expect(value === 'reduce' ? display === 'none' : Number(opacity) > 0.9).toBe(true)
      } finally {
        await cdp().send('Emulation.setEmulatedMedia', { features: [] })
      }
    },
  )

  it('counts the 150 ms of the skeleton from the opening of a prewarmed dialog', () => {
    addSheets([styles])
    const dialog = add(
      '<dialog data-seam-portal="dialog" data-warm><div data-seam-portal="frame" data-status="loading"><div data-seam-portal="skeleton"></div></div></dialog>',
    )
    expect(dialog.getAnimations({ subtree: true })).toEqual([])
    delete dialog.dataset.warm
    dialog.showModal()
    expect(look(dialog.querySelector('[data-seam-portal=skeleton]'), '::before').visibility).toBe('hidden')
  })

  it.each([0, 100, 200, 700])('shows no skeleton from the first paint after a load at %i ms', (at) => {
    addSheets([styles])
    const frame = add(
      '<div data-seam-portal="frame" data-status="loading"><div data-seam-portal="skeleton"></div><div data-seam-portal="slot"><iframe></iframe></div></div>',
    )
    const skeleton = frame.firstElementChild as HTMLElement
    for (const play of frame.getAnimations({ subtree: true })) {
      play.pause()
      play.currentTime = at
    }

    frame.dataset.status = 'loaded'

    expect(look(skeleton).display).toBe('none')
    expect(frame.getAnimations({ subtree: true })).toEqual([])
    const iframe = frame.querySelector('iframe') as HTMLElement
    expect(look(iframe).opacity).toBe('1')
    expect(look(iframe).pointerEvents).toBe('auto')
  })

  it('shows no skeleton over a kept frame when its dialog opens again', () => {
    addSheets([styles])
    const dialog = add(
      '<dialog data-seam-portal="dialog"><div data-seam-portal="frame" data-status="loaded"><div data-seam-portal="skeleton"></div></div></dialog>',
    )
    const skeleton = dialog.querySelector('[data-seam-portal=skeleton]')
    for (const _ of ['first', 'again']) {
      dialog.showModal()
      expect(look(skeleton).display).toBe('none')
      expect(skeleton?.getAnimations({ subtree: true })).toEqual([])
      dialog.close()
    }
  })

  it('shows the skeleton of one card for a portal that is restricted to one record', () => {
    addSheets([styles])
    const [list, card] = ['', 'data-shape="card"'].map((shape) =>
      look(add(`<div data-seam-portal="skeleton" ${shape}></div>`), '::before'),
    )
    expect(list?.backgroundSize).not.toBe(card?.backgroundSize)
    expect(card?.height).toBe('388px')
  })

  it('fades the ring of a busy button in', () => {
    addSheets([styles])
    const button = add('<button data-seam-portal="button" aria-busy="true">Retry</button>')
    expect(look(button, '::after')).toMatchObject({ width: '0px', opacity: '0' })
    for (const play of button.getAnimations({ subtree: true })) {
      play.pause()
      play.currentTime = 400
    }
    expect(look(button, '::after').opacity).toBe('1')
  })

  it('prints a sentence instead of the frame', async () => {
    addSheets([styles])
    const frame = add(
      '<div data-seam-portal="frame" data-print="On screen only."><div data-seam-portal="slot"><iframe></iframe></div></div>',
    )
    await cdp().send('Emulation.setEmulatedMedia', { media: 'print' })
    try {
      expect(look(frame.firstElementChild).display).toBe('none')
      expect(look(frame, '::after').content).toBe('"On screen only."')
      expect(frame.getBoundingClientRect().height).toBeLessThan(40)
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', { media: '' })
    }
  })
})

function addSheets(sheets: string[]) {
  for (const text of sheets) {
    const style = document.createElement('style')
    style.textContent = text
    document.head.append(style)
    added.push(style)
  }
}

/** Typed as a dialog, because a test calls its methods. Of other elements the tests only read values. */
function add(html: string): HTMLDialogElement {
  const host = document.createElement('div')
  host.innerHTML = html
  document.body.append(host)
  added.push(host)
  return host.firstElementChild as HTMLDialogElement
}

function look(element: Element | null | undefined, pseudo?: string): CSSStyleDeclaration {
  if (!element) throw new Error('There is no such element.')
  return getComputedStyle(element, pseudo)
}

function finishFades(element: Element) {
  look(element.firstElementChild).getPropertyValue('opacity')
  for (const play of element.getAnimations({ subtree: true })) {
    if (play instanceof CSSTransition || play.effect?.getComputedTiming().iterations === 1) play.finish()
  }
}

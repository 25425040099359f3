import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createPortalClient, PortalDialog, PortalFrame, PortalLauncher, PortalProvider } from '../src/index'
import { everything } from './support/everything'

describe('on a server', () => {
  it('renders every component without a window', () => {
    expect(globalThis.window).toBeUndefined()

    const html = renderToString(<StrictMode>{everything(createPortalClient())}</StrictMode>)

    expect(html).toContain('data-seam-portal="frame"')
    expect(html).toContain('Manage access')
    expect(html).not.toContain('<iframe')
    expect(html).not.toContain('<dialog')
  })

  for (const locale of ['auto', 'pt-BR', 'zz']) {
    it(`accepts the language ${locale}`, () => {
      const html = renderToString(
        <PortalProvider locale={locale}>
          <PortalLauncher presentation="tab" />
        </PortalProvider>,
      )
      expect(html).toContain('<button')
    })
  }

  it('never writes an initialPortal into the markup', () => {
    const html = renderToString(
      <PortalProvider>
        <PortalFrame initialPortal={{ url: 'https://se.am/made-ahead' }} />
      </PortalProvider>,
    )

    expect(html).not.toContain('made-ahead')
  })

  it('throws a clear error for a component outside its provider', () => {
    expect(() => renderToString(<PortalFrame />)).toThrow('Wrap your app in <PortalProvider')
    expect(() =>
      renderToString(
        <PortalProvider>
          <PortalDialog.Title />
        </PortalProvider>,
      ),
    ).toThrow('<PortalDialog.Root>')
  })
})

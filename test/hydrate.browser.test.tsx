import { act, cleanup, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { createPortalClient, PortalLauncher, PortalProvider } from '../src/index'
import { everything } from './support/everything'

it('hydrates the server’s markup without a warning', async () => {
  const app = <StrictMode>{everything(createPortalClient())}</StrictMode>
  const home = document.createElement('div')
  home.innerHTML = renderToString(app)
  document.body.append(home)
  const sent = home.innerHTML

  const root = await act(async () => hydrateRoot(home, app))

  expect(home.innerHTML).toBe(sent)
  await act(async () => root.unmount())
  home.remove()
})

it('hydrates a dialog that is open at first, also when its code is loaded already', async () => {
  const app = (
    <PortalProvider sessionKey={null}>
      <PortalLauncher defaultOpen />
    </PortalProvider>
  )
  render(app)
  await screen.findByRole('dialog')
  cleanup()
  const home = document.createElement('div')
  // A server never loads the code of a dialog.
  home.innerHTML = renderToString(
    <PortalProvider sessionKey={null}>
      <PortalLauncher />
    </PortalProvider>,
  ).replace('aria-expanded="false"', 'aria-expanded="true"')
  document.body.append(home)
  const onRecoverableError = vi.fn<() => void>()

  const root = await act(async () => hydrateRoot(home, app, { onRecoverableError }))

  expect(onRecoverableError).not.toHaveBeenCalled()
  // The dialog stands at the end of the page.
  expect(document.querySelector('dialog')?.open).toBe(true)
  await act(async () => root.unmount())
  home.remove()
})

it('hydrates in English like the server, and then shows a language that is loaded already', async () => {
  const app = (
    <PortalProvider sessionKey={null} locale="de">
      <PortalLauncher />
    </PortalProvider>
  )
  const home = document.createElement('div')
  home.innerHTML = renderToString(app)
  const sent = home.firstElementChild
  render(app)
  await screen.findByRole('button', { name: 'Zugang verwalten' })
  cleanup()
  document.body.append(home)
  const onRecoverableError = vi.fn<() => void>()

  const root = await act(async () => hydrateRoot(home, app, { onRecoverableError }))

  expect(onRecoverableError).not.toHaveBeenCalled()
  expect(home.firstElementChild).toBe(sent)
  expect(home).toHaveTextContent('Zugang verwalten')
  await act(async () => root.unmount())
  home.remove()
})

import { act } from '@testing-library/react'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { createPortalClient } from '../src/index'
import { everything } from './support/everything'

it('comes to life over what the server sent without a warning', async () => {
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

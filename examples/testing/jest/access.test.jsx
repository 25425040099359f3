import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createTestPortal, installDialog, loadFrames } from 'react-seam-portal/testing'
import { AccessPage } from '../src/AccessPage'

installDialog()

test('opens the portal, and Escape closes it', async () => {
  const portal = createTestPortal()
  render(<AccessPage />, { wrapper: portal.Provider })

  await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))
  await loadFrames()

  screen.getByText('The portal is loaded')
  expect(portal.requests).toMatchObject([{ operation: 'create_portal', status: 200 }])

  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('says so when the backend fails, and tries again', async () => {
  const portal = createTestPortal()
  portal.fail('vendor_error')
  render(<AccessPage />, { wrapper: portal.Provider })

  await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))
  await screen.findByText('The portal is failed')

  await userEvent.click(screen.getByRole('button', { name: 'Retry' }))
  await loadFrames()
  screen.getByText('The portal is loaded')
})

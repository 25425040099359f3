/// <reference types="vite/client" />
import * as Headless from '@headlessui/react'
import MuiDialog from '@mui/material/Dialog'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import * as Dropdown from '@radix-ui/react-dropdown-menu'
import { render, screen, waitFor, within } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import * as Aria from 'react-aria-components'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalDialog, useOpenPortal } from '../../src/index'
import styles from '../../src/styles.css?inline'
import { createPages } from './enter'
import { type Pages, StateProvider } from './Stage'

const sheet = document.createElement('style')
sheet.textContent = `${styles} html[data-long] { overflow-y: scroll }`
let pages: Pages
beforeEach(async () => {
  document.head.append(sheet)
  pages = await createPages()
})
afterEach(() => {
  sheet.remove()
  document.documentElement.removeAttribute('data-long')
})

interface MenuProps {
  onPick: () => void
}

/** The menus of a host, each with the code its own documentation shows. */
const MENUS: Record<string, (props: MenuProps) => ReactNode> = {
  'a Radix DropdownMenu': ({ onPick }) => (
    <Dropdown.Root>
      <Dropdown.Trigger>More</Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content>
          <Dropdown.Item onSelect={onPick}>Manage access</Dropdown.Item>
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  ),
  'a MUI Menu': function MuiMenu({ onPick }) {
    const [anchor, setAnchor] = useState<HTMLElement | null>(null)
    return (
      <>
        <button
          type="button"
          id="more"
          aria-controls={anchor ? 'more-menu' : undefined}
          aria-haspopup="true"
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          More
        </button>
        <Menu
          id="more-menu"
          anchorEl={anchor}
          open={!!anchor}
          onClose={() => setAnchor(null)}
          slotProps={{ list: { 'aria-labelledby': 'more' } }}
        >
          <MenuItem
            onClick={() => {
              setAnchor(null)
              onPick()
            }}
          >
            Manage access
          </MenuItem>
        </Menu>
      </>
    )
  },
  'a MUI Menu without a label': function MuiMenu({ onPick }) {
    const [anchor, setAnchor] = useState<HTMLElement | null>(null)
    return (
      <>
        <button
          type="button"
          aria-controls={anchor ? 'plain-menu' : undefined}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          More
        </button>
        <Menu id="plain-menu" anchorEl={anchor} open={!!anchor} transitionDuration={0}>
          <MenuItem
            onClick={() => {
              setAnchor(null)
              onPick()
            }}
          >
            Manage access
          </MenuItem>
        </Menu>
      </>
    )
  },
  'a Headless UI Menu': ({ onPick }) => (
    <Headless.Menu>
      <Headless.MenuButton>More</Headless.MenuButton>
      <Headless.MenuItems anchor="bottom">
        <Headless.MenuItem>
          <button type="button" onClick={onPick}>
            Manage access
          </button>
        </Headless.MenuItem>
      </Headless.MenuItems>
    </Headless.Menu>
  ),
  'a React Aria Menu': ({ onPick }) => (
    <Aria.MenuTrigger>
      <Aria.Button>More</Aria.Button>
      <Aria.Popover>
        <Aria.Menu>
          <Aria.MenuItem onAction={onPick}>Manage access</Aria.MenuItem>
        </Aria.Menu>
      </Aria.Popover>
    </Aria.MenuTrigger>
  ),
}

/** How a host opens a portal from a menu: by a function, or by a dialog of its own parts that it holds open. */
const WAYS: Record<string, (props: { Host: (typeof MENUS)[string] }) => ReactNode> = {
  useOpenPortal: function ByFunction({ Host }) {
    const open = useOpenPortal()
    return <Host onPick={() => open()} />
  },
  'PortalDialog.Root': function ByState({ Host }) {
    const [open, setOpen] = useState(false)
    return (
      <PortalDialog.Root open={open} onOpenChange={setOpen}>
        <Host onPick={() => setOpen(true)} />
        <PortalDialog.Popup />
      </PortalDialog.Root>
    )
  },
}

const CASES = Object.entries(MENUS).flatMap(([menu, Host]) =>
  Object.entries(WAYS).map(([way, Way]) => ({ menu, Host, way, Way })),
)

describe.each(CASES)('a portal opened by $way from $menu', ({ Host, Way }) => {
  it('is on the page and can be named, and gives the focus to the menu’s button and the page its scrolling back', async () => {
    document.documentElement.setAttribute('data-long', '')
    render(
      <StateProvider state="loaded" pages={pages}>
        <Way Host={Host} />
        <p style={{ height: 3000 }}>A long page</p>
      </StateProvider>,
    )
    const popup = await pick()
    expect(popup.parentElement?.parentElement).toBe(document.body)
    expect(document.activeElement).toHaveAttribute('data-seam-portal', 'title')
    // Once the menu has faded out, whatever it gives back.
    await waitFor(() => expect(document.querySelector('[role=menu]')).toBeNull())
    expect(scrolling()).toBe('hidden')
    expect(popup.matches(':modal')).toBe(true)

    await userEvent.click(within(popup).getByRole('button', { name: 'Close' }))

    await waitFor(() => expect(popup.open).toBe(false))
    await waitFor(() => expect(screen.getByRole('button', { name: 'More' })).toHaveFocus())
    expect(scrolling()).toBe('scroll')
  })

  it('stands in the modal that the menu’s button is in', async () => {
    render(
      <StateProvider state="loaded" pages={pages}>
        <div role="dialog" aria-modal="true" aria-label="Room 204" data-host="">
          <Way Host={Host} />
        </div>
      </StateProvider>,
    )
    const popup = await pick()

    expect(document.querySelector('[data-host]')?.contains(popup)).toBe(true)
    await waitFor(() => expect(document.querySelector('[role=menu]')).toBeNull())
    expect(popup.matches(':modal')).toBe(true)
  })
})

describe('a portal opened by useOpenPortal', () => {
  it('stays, and unlocks the page, when the host’s Dialog closes as it opens', async () => {
    document.documentElement.setAttribute('data-long', '')
    render(
      <StateProvider state="loaded" pages={pages}>
        <ClosingModal />
      </StateProvider>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))
    await screen.findByRole('dialog', { name: 'Manage access' })
    await waitFor(() => expect(document.querySelector('.MuiDialog-root')).toBeNull())

    const popup = await screen.findByRole<HTMLDialogElement>('dialog', { name: 'Manage access' })
    expect(popup.matches(':modal')).toBe(true)
    await userEvent.click(within(popup).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(document.querySelector('dialog:modal')).toBeNull())
    expect(scrolling()).toBe('scroll')
  })

  it('gives the focus to what the host names, which may be found then', async () => {
    render(
      <StateProvider state="loaded" pages={pages}>
        <NamedHeir />
      </StateProvider>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))
    await screen.findByRole('dialog', { name: 'Manage access' })

    await userEvent.keyboard('{Escape}')

    await waitFor(() => expect(screen.getByRole('button', { name: 'Search' })).toHaveFocus())
  })

  it('gives the focus to the box around its button when that is hidden', async () => {
    render(
      <StateProvider state="loaded" pages={pages}>
        <Row />
      </StateProvider>,
    )
    const button = screen.getByRole('button', { name: 'Manage access' })
    await userEvent.click(button)
    await screen.findByRole('dialog', { name: 'Manage access' })
    button.style.display = 'none'

    await userEvent.keyboard('{Escape}')

    await waitFor(() => expect(screen.getByRole('group')).toHaveFocus())
  })
})

/** Picks the portal from the menu. */
async function pick() {
  await userEvent.click(screen.getByRole('button', { name: 'More' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Manage access' }))
  return screen.findByRole<HTMLDialogElement>('dialog', { name: 'Manage access' })
}

const scrolling = () => getComputedStyle(document.documentElement).overflowY

/** A host's modal that closes as it opens a portal. */
function ClosingModal() {
  const [isEditing, setIsEditing] = useState(true)
  const open = useOpenPortal()
  return (
    <>
      <button type="button">Edit</button>
      <MuiDialog open={isEditing}>
        <button
          type="button"
          onClick={() => {
            setIsEditing(false)
            open()
          }}
        >
          Manage access
        </button>
      </MuiDialog>
    </>
  )
}

/** A button that names what gets the focus. */
function NamedHeir() {
  const open = useOpenPortal()
  return (
    <>
      <button type="button">Search</button>
      <button
        type="button"
        onClick={() => open({ returnFocus: () => screen.getByRole('button', { name: 'Search' }) })}
      >
        Manage access
      </button>
    </>
  )
}

/** A row that takes the focus, with a button in it. */
function Row() {
  const open = useOpenPortal()
  return (
    <div tabIndex={-1} role="group" aria-label="R-20418">
      <button type="button" onClick={() => open()}>
        Manage access
      </button>
    </div>
  )
}

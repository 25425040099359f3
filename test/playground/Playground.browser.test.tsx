/// <reference types="vite/client" />
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { FIELDS } from '../../demo/playground/FIELDS'
import sheet from '../../demo/playground/styles/playground.css?inline'
import base from '../../demo/styles/base.css?inline'
import { clampOptions } from '../../src/server/index'
import styles from '../../src/styles.css?inline'
import { EDITS, PROFILE } from './EDITS'
import {
  chip,
  code,
  control,
  edit,
  loaded,
  openGroups,
  openPlayground,
  pick,
  requested,
  requests,
  row,
  said,
  settled,
  valueAt,
  vendors,
} from './openPlayground'

const SECRET = 'seam_test2ZTo_0mEYQW2TvNDCxG5Atpj85Ffw'

const element = document.createElement('style')

beforeEach(() => {
  element.textContent = base + styles + sheet
  document.head.append(element)
  return page.viewport(1280, 900)
})

afterEach(() => {
  element.remove()
  history.replaceState(null, '', location.pathname + location.search)
})

describe('the playground', () => {
  it('prints every field, and sends it to the vendor', async () => {
    await openPlayground()
    openGroups()
    expect(document.querySelectorAll('.pg-row')).toHaveLength(Object.keys(FIELDS).length)

    const unprinted = Object.entries(EDITS).filter(([path, how]) => {
      const before = code()
      edit(path, how)
      expect(row(path).querySelector('.pg-dot'), path).not.toBeNull()
      return code() === before
    })
    // Records stay out of the code, as they stay out of the address. Their customer is printed already.
    expect(unprinted.map(([path]) => path)).toEqual(['customer_data'])
    await settled()

    const { options, customer_key } = requested()!
    for (const [path, { gives }] of Object.entries(EDITS)) {
      if (gives !== undefined) expect(valueAt(options, path), path).toEqual(gives)
    }
    expect(customer_key).toBe('hill-house')
    expect(document.querySelector('iframe')?.title).toBe('Doors')
    expect([requests(), vendors.at(-1)?.warnings.map(({ code }) => code)]).toEqual([
      2,
      ['unknown_profile', 'deprecated_field'],
    ])

    fireEvent.click(screen.getByRole('button', { name: 'Reset' }))
    expect(code()).toContain('<PortalFrame />')
    expect(document.querySelector('.pg-dot')).toBeNull()

    // An emptied box and a link without its key are no decisions.
    const title = 'features.manage.device_management_confirmation.title'
    edit(title, EDITS[title])
    edit(title, { type: '' })
    edit('deep_link', { pick: 'Device' })
    expect(code()).toBe('<PortalFrame />')
  })

  it('reloads the portal once for twenty changes in a second, and not at all for a title', async () => {
    await openPlayground()
    let documents = 0
    const count = () => (documents += 1)
    document.querySelector('.pg-stage')?.addEventListener('load', count, true)
    const frame = document.querySelector('iframe')
    const typist = userEvent.setup({ delay: 45 })

    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'accepted' } })
    await typist.type(control('features.connect.accepted_providers'), 'nuki,yale,august,ttl')
    await waitFor(() => expect(chip()).toBe('New link, frame reloads'))
    await loaded()
    expect(requests() - 1).toBeLessThanOrEqual(2)
    expect(documents).toBe(requests() - 1)
    expect(document.querySelector('iframe')).not.toBe(frame)
    expect(document.querySelector('.pg-calls')).toHaveTextContent(`${requests()} requests`)
    expect(requested()?.options.features?.connect?.accepted_providers).toEqual([
      'nuki',
      'yale',
      'august',
      'ttl',
    ])

    const before = [requests(), document.querySelector('iframe')]
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'title' } })
    fireEvent.change(control('heading'), { target: { value: 'Doors' } })
    await waitFor(() => expect(chip()).toBe('No reload'))
    expect(document.querySelector('iframe')?.title).toBe('Doors')
    fireEvent.click(screen.getByRole('radio', { name: '390' }))
    await settled()
    expect(chip()).toBe('No reload')
    expect([requests(), document.querySelector('iframe')]).toEqual(before)
  })

  it('keeps what was shown while a field is not usable, and says what is wrong', async () => {
    await openPlayground()
    openGroups()
    const before = [code(), requests()]
    edit('customization_profile_id', { type: 'blue' })
    edit('customer_data', { type: '{ "rooms": [{}] }' })
    expect(row('customization_profile_id')).toHaveTextContent('Expected a UUID')
    expect(row('customer_data')).toHaveTextContent('rooms[0].room_key: Required')
    expect(control('customer_data')).toHaveAccessibleDescription(/Required/)
    expect(chip()).toBe('Waiting for 2 fields')
    expect([code(), requests()]).toEqual(before)
  })

  it('has a configuration in its address, without customer, records and secrets', async () => {
    const { unmount } = await openPlayground()
    openGroups()
    edit('locale', { pick: 'de-DE' })
    edit('heading', { type: `Doors ${SECRET}` })
    edit('customer_key', { type: 'hill-house' })
    edit('customer_data', { type: '{ "rooms": [] }' })
    edit('features.manage.device_management_confirmation.title', { type: SECRET })
    pick(screen.getByRole('combobox', { name: 'Vertical' }), 'Gym management')
    fireEvent.click(screen.getByRole('radio', { name: '390' }))
    await waitFor(() => expect(location.hash).toContain('gym_management'))
    const hash = decodeURIComponent(location.hash.slice(1))
    expect(hash).not.toMatch(/seam_t|hill-house|rooms/)
    const sent = location.hash.slice(1)
    unmount()
    // Another page of the same document does not begin with it.
    expect(location.hash).toBe('')

    await openPlayground(sent)
    expect(code()).toContain('locale="de-DE"')
    expect(code()).not.toContain('customer_key')
    expect(screen.getByRole('radio', { name: '390' })).toBeChecked()
    expect(vendors.at(-1)?.customers()[0]?.customer_key).toBe('ironworks')
    await waitFor(() => expect(location.hash.slice(1)).toBe(sent))

    // An address from elsewhere, pasted into the same window.
    const strange = 'width=wide&options={"locale":"xx","read_only":true}&mood=8&vertical=constructor'
    act(() => void (location.hash = strange))
    await waitFor(() => expect(code()).toBe('<PortalFrame read_only />'))
  })

  it('takes pasted code with a list of what becomes of it, and keeps the form when it cannot', async () => {
    await openPlayground()
    pick(screen.getByRole('combobox', { name: 'Locale' }), 'fr-FR')
    const before = code()
    fireEvent.click(screen.getByRole('button', { name: 'Paste cURL' }))
    const dialog = await screen.findByRole('dialog', { name: 'Paste code' })
    const box = within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'Code' })
    const use = within(dialog).getByRole('button', { name: 'Use it' })

    fireEvent.change(box, { target: { value: '<PortalFrame locale=' } })
    expect(within(dialog).getByRole('status')).toHaveTextContent('The form stays as it is.')
    expect(use).toBeDisabled()
    expect(code()).toBe(before)

    fireEvent.change(box, {
      target: {
        value: `curl 'https://connect.getseam.com/customers/create_portal' -H 'Authorization: Bearer ${SECRET}' -d '{ "locale": "de-DE", "colour": "red", "features": { "manage_devices": { "exclude": true } } }'`,
      },
    })
    expect(box.value).not.toContain(SECRET)
    expect(box.value).toContain('de-DE')
    expect(within(dialog).getByRole('status')).toHaveTextContent('2 kept, 1 translated, 2 dropped')
    const list = within(dialog).getByRole('list', { name: 'What becomes of each field' })
    expect(list).toHaveTextContent('features.manage_devices')
    expect(list).toHaveTextContent('colour')
    fireEvent.click(use)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(code()?.split(/\s+/).join(' ')).toBe(
      '<PortalFrame locale="de-DE" features={{ manage: { exclude: true } }} />',
    )
    await settled()
    expect(requested()?.options).toMatchObject({ locale: 'de-DE', features: { manage: { exclude: true } } })
    await waitFor(() => expect(location.hash).toContain('de-DE'))
    expect(document.documentElement.outerHTML + location.href).not.toContain(SECRET)
  })

  it('shows beside each field what the server makes of it for the signed-in user', async () => {
    await openPlayground()
    openGroups()
    edit('features.configure.allow_instant_key_customization', {})
    edit('features.connect.accepted_providers', { type: 'nuki, yale' })
    edit('locale', { pick: 'fr-FR' })
    const grant = {
      locale: 'de-DE' as const,
      features: { connect: { accepted_providers: ['yale'] }, manage: { exclude_staff_management: true } },
    }
    fireEvent.click(screen.getByRole('switch', { name: 'As the signed-in user' }))
    const box = screen.getByRole('textbox', { name: 'What the server grants' })
    fireEvent.change(box, { target: { value: '{' } })
    expect(box).toHaveAccessibleDescription('This is not JSON yet.')
    fireEvent.change(box, { target: { value: JSON.stringify(grant) } })

    expect(said('features.configure.allow_instant_key_customization')).toContain('only the grant gives')
    expect(said('features.connect.accepted_providers')).toContain('Becomes yale')
    expect(said('features.manage.exclude_staff_management')).toContain('Becomes on')
    expect(said('locale')).toContain('Becomes “de-DE”: the grant sets it')
    expect(said('read_only')).toBe('')
    expect(screen.getByText('The server changes 4 fields below.')).toBeVisible()
    await settled()
    const asked = {
      is_embedded: true,
      locale: 'fr-FR' as const,
      features: {
        connect: { accepted_providers: ['nuki', 'yale'] },
        configure: { allow_instant_key_customization: true },
      },
    }
    expect(requested()?.options).toEqual(clampOptions(asked, { portal: grant }))

    edit('customization_profile_id', { type: PROFILE })
    edit('customer_key', { type: 'hill-house' })
    expect(said('customization_profile_id')).toContain('Refused with 403')
    expect(said('customer_key')).toContain('Refused with 403: this user’s customer is harbour-house.')
    await waitFor(() =>
      expect(document.querySelector('[data-code]')).toHaveAttribute('data-code', 'forbidden'),
    )

    fireEvent.change(control('customer_key'), { target: { value: '' } })
    fireEvent.click(screen.getByRole('button', { name: 'Grant what the form says' }))
    expect(screen.getByText('The server changes nothing.')).toBeVisible()
    await settled()
    expect(requested()?.options.customization_profile_id).toBe(PROFILE)
  })

  it('finds fields by either name, names records as the business does, and copies the code', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await openPlayground('vertical=multi_family')
    const search = screen.getByRole('searchbox', { name: 'Find a field, by either name' })
    fireEvent.change(search, { target: { value: 'technical' } })
    expect(document.querySelectorAll('.pg-row')).toHaveLength(1)
    fireEvent.change(search, { target: { value: 'landing_page' } })
    pick(screen.getByRole('combobox', { name: 'First page' }), 'Lease')
    expect(code()).toContain("access_grant_key: 'lease-1A'")
    const tinted = [...document.querySelectorAll('.pg-text [data-changed]')]
    expect(tinted.map(({ textContent }) => textContent).join('')).toContain('lease-1A')
    expect(screen.getByRole('button', { name: /Landing and deep link/ })).toHaveAccessibleName(/1 changed/)

    const first = screen.getByRole('tab', { name: 'JSX' })
    first.focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(screen.getByRole('tab', { name: 'Grant' })).toHaveFocus()
    expect(code()).toContain('authorize')
    await userEvent.keyboard('{End}')
    expect(screen.getByRole('tab', { name: 'Storybook args' })).toHaveAttribute('aria-selected', 'true')
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }))
    await screen.findByRole('button', { name: 'Copied' })
    expect(copied).toHaveBeenCalledWith(code())
    await screen.findByRole('button', { name: 'Copy' })
  })

  it('has nothing for axe to say in light, dark, from right to left and in German, and fits every width', async () => {
    await openPlayground('asUser=true&options={"locale":"de-DE"}')
    openGroups()
    const root = document.documentElement
    const problems: string[] = []
    for (const [look, view] of [
      ['light', 'Options'],
      ['dark', 'Portal'],
      ['rtl', 'Code'],
    ] as const) {
      root.dataset.theme = look === 'dark' ? 'dark' : 'light'
      root.dir = look === 'rtl' ? 'rtl' : 'ltr'
      fireEvent.click(screen.getByRole('radio', { name: view, hidden: true }))
      for (const width of [390, 768, 1280]) {
        await page.viewport(width, 900)
        const { violations } = await axe.run(document.body, {
          iframes: false,
          rules: NOT_OURS,
          resultTypes: ['violations'],
        })
        for (const { id, nodes } of violations) {
          problems.push(`${look} ${width} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
        }
        if (root.scrollWidth > width) problems.push(`${look} ${width} is ${root.scrollWidth} wide`)
      }
    }
    delete root.dataset.theme
    root.dir = 'ltr'
    expect(problems).toEqual([])
    // Nine runs of axe over the whole form.
  }, 60_000)
})

/** Rules about a whole page, which this is not. */
const NOT_OURS = Object.fromEntries(
  ['document-title', 'page-has-heading-one', 'region', 'heading-order'].map((id) => [id, { enabled: false }]),
)

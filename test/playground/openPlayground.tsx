import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { expect, inject } from 'vitest'
import { Playground } from '../../demo/playground/Playground'
import { createSandbox, type Sandbox } from '../../src/sandbox/index'
import type { Edit } from './EDITS'

/** The sandboxes that the playground has made, the newest last. */
export const vendors: Sandbox[] = []

/** Renders the playground at an address with this hash, until its portal has loaded. */
export async function openPlayground(hash = '') {
  vendors.length = 0
  history.replaceState(null, '', `${location.pathname}${location.search}${hash && `#${hash}`}`)
  const result = render(
    <Playground
      portalPage={`${inject('sandboxOrigin')}/portal.html`}
      createVendor={(options) => {
        const vendor = createSandbox(options)
        vendors.push(vendor)
        return vendor
      }}
    />,
  )
  await loaded()
  return result
}

export const loaded = () =>
  waitFor(() =>
    expect(document.querySelector('[data-seam-portal=frame]')).toHaveAttribute('data-status', 'loaded'),
  )
/** Until the portal shows what the form says. */
export const settled = async () => {
  await waitFor(() => expect(document.querySelector('.pg-portal')).not.toHaveAttribute('data-waiting'))
  await loaded()
}
export const code = () => screen.getByRole('tabpanel').textContent
export const requested = () => vendors.at(-1)?.portals.at(-1)
export const requests = () => vendors.reduce((sum, { portals }) => sum + portals.length, 0)
export const chip = () => document.querySelector('.pg-chip')?.textContent
export const row = (path: string) => document.querySelector<HTMLElement>(`[data-path="${path}"]`)!
export const control = (path: string) => row(path).querySelector<HTMLInputElement>('input, select, textarea')!
export const valueAt = (fields: unknown, path: string) =>
  path.split('.').reduce((at, name) => (at as Record<string, unknown> | undefined)?.[name], fields)

export function openGroups() {
  for (const one of document.querySelectorAll<HTMLElement>('.pg-group [aria-expanded=false]'))
    fireEvent.click(one)
}

export function pick(select: Element, label: string) {
  const option = [...(select as HTMLSelectElement).options].find((one) => one.label === label)
  fireEvent.change(select, { target: { value: option?.value } })
}

export function edit(path: string, { type, pick: label, key }: Edit) {
  if (path === 'customer_resources_filters') {
    fireEvent.click(within(row(path)).getByRole('button', { name: 'Add a condition' }))
    fireEvent.change(control(path), { target: { value: type } })
    pick(within(row(path)).getByRole('combobox'), '= true')
  } else if (label) {
    pick(control(path), label)
    if (key) fireEvent.change(row(path).querySelector('input')!, { target: { value: key } })
  } else if (type !== undefined) fireEvent.change(control(path), { target: { value: type } })
  else fireEvent.click(control(path))
}

export const said = (path: string) => row(path).querySelector('.pg-change')?.textContent

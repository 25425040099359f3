import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ConfirmDelete, type ConfirmDeleteProps } from '../../src/components/push/index'
import { PortalProvider } from '../../src/index'
import { type DeletePlan, planDelete } from '../../src/push/index'

const keys = (count: number) => Array.from({ length: count }, (_, at) => `R-${at}`)

function ask(props: Partial<ConfirmDeleteProps> = {}) {
  const onConfirm = vi.fn()
  const onCancel = vi.fn()
  const plan = planDelete({ reservation_keys: keys(214) })
  const rendered = render(<ConfirmDelete plan={plan} onConfirm={onConfirm} onCancel={onCancel} {...props} />)
  return { ...rendered, onConfirm, onCancel, field: screen.queryByRole('textbox') as HTMLInputElement }
}

const deleteButton = () => screen.getByRole('button', { name: /^Delete/ })

describe('ConfirmDelete', () => {
  it('enables its button only while the phrase is there, and Enter does no more than the button', async () => {
    const { field, onConfirm } = ask()
    for (const typed of ['', '21', '2140', 'R-0', '214 reservations', '-214']) {
      await userEvent.clear(field)
      if (typed) await userEvent.type(field, typed)
      expect(deleteButton(), typed).toBeDisabled()
      await userEvent.type(field, '{Enter}')
    }
    expect(onConfirm).not.toHaveBeenCalled()

    await userEvent.clear(field)
    await userEvent.type(field, '214')
    expect(deleteButton()).toBeEnabled()
    await userEvent.type(field, '{Enter}')
    expect(onConfirm).toHaveBeenCalledOnce()
    // Once typed, once deleted: the field is empty again.
    expect(field).toHaveValue('')
    expect(deleteButton()).toBeDisabled()
    await userEvent.type(field, '{Enter}')
    expect(onConfirm).toHaveBeenCalledOnce()
    // A host's function takes nothing: an event is none of its arguments.
    expect(onConfirm.mock.calls.flat()).toEqual([])

    await userEvent.type(field, '2140')
    expect(deleteButton()).toBeDisabled()
  })

  it('confirms once when its button is pressed twice', async () => {
    const { field, onConfirm } = ask()
    await userEvent.type(field, '214')
    await userEvent.dblClick(deleteButton())
    expect(onConfirm).toHaveBeenCalledOnce()
  })

  it('asks again when the plan changes, and not when the same plan is read anew', async () => {
    const { field, rerender, onConfirm } = ask({ plan: planDelete({ reservation_keys: ['R-1', 'R-2'] }) })
    await userEvent.type(field, '2')
    const same = planDelete({ reservation_keys: ['R-1', 'R-2'] })
    rerender(<ConfirmDelete plan={same} onConfirm={onConfirm} />)
    expect(deleteButton()).toBeEnabled()

    const other = planDelete({ reservation_keys: ['R-1', 'R-3'] })
    rerender(<ConfirmDelete plan={other} onConfirm={onConfirm} />)
    expect(field).toHaveValue('')
    expect(deleteButton()).toBeDisabled()
    rerender(<ConfirmDelete plan={same} onConfirm={onConfirm} />)
    expect(field).toHaveValue('')

    // The first five keys are the same, and the plan is another.
    const [six, sixOthers] = [keys(6), [...keys(5), 'R-9']].map((some) =>
      planDelete({ reservation_keys: some }),
    ) as [DeletePlan, DeletePlan]
    rerender(<ConfirmDelete plan={six} onConfirm={onConfirm} />)
    await userEvent.type(field, '6')
    expect(deleteButton()).toBeEnabled()
    rerender(<ConfirmDelete plan={sixOthers} onConfirm={onConfirm} />)
    expect(deleteButton()).toBeDisabled()
  })

  it('asks for the number where the host gives an empty phrase', () => {
    const { field } = ask({ phrase: ' ' })
    expect(deleteButton()).toBeDisabled()
    expect(field).toHaveAccessibleName('To confirm, type 214')
  })

  it('cannot be confirmed by a script that submits it without the phrase', () => {
    const { container, onConfirm } = ask()
    container.querySelector('form')?.requestSubmit()
    expect(onConfirm).not.toHaveBeenCalled()
  })

  it.each(['1,437', '1437', ' 1.437 ', '1 437'])('takes a number as %j too', async (typed) => {
    const { field } = ask({ plan: planDelete({ reservation_keys: keys(1437) }) })
    await userEvent.type(field, typed)
    expect(deleteButton()).toBeEnabled()
  })

  it('asks for the key of a single record, in either form of its letters, and not for the number', async () => {
    const { field } = ask({ plan: planDelete({ room_keys: ['café'] }) })
    await userEvent.type(field, '1')
    expect(deleteButton()).toBeDisabled()
    await userEvent.clear(field)
    await userEvent.type(field, 'cafe\u0301')
    expect(screen.getByRole('button', { name: 'Delete 1 record' })).toBeEnabled()
  })

  it.each(['R\n1', 'R  1', 'R\t1', 'R\u00a01', '\u200bR 1\0'])(
    'takes the key %j as it is seen',
    async (key) => {
      const { field } = ask({ plan: planDelete({ reservation_keys: [key] }) })
      expect(field).toHaveAccessibleName('To confirm, type R 1')
      await userEvent.type(field, '1')
      expect(deleteButton()).toBeDisabled()
      await userEvent.clear(field)
      await userEvent.type(field, 'R 1')
      expect(deleteButton()).toBeEnabled()
    },
  )

  it('asks for the number where nothing of the key is seen', async () => {
    const { field } = ask({ plan: planDelete({ reservation_keys: ['\u200b\0'] }) })
    expect(field).toHaveAccessibleName('To confirm, type 1')
    expect(deleteButton()).toBeDisabled()
    await userEvent.type(field, '1')
    expect(deleteButton()).toBeEnabled()
  })

  it('shows a key of two customers twice', () => {
    const vanished = ['harbour', 'garden'].map((customer_key) => ({
      customer_key,
      list: 'reservations' as const,
      key: 'R-1',
    }))
    const { container } = ask({ plan: planDelete(vanished) })
    expect(container.querySelector('[data-seam-portal=push-preview]')).toHaveTextContent('R-1, R-1')
  })

  it('says what goes, what that means, and what stays', () => {
    ask({
      plan: planDelete([
        ...keys(7).map((key) => ({ customer_key: 'harbour', list: 'reservations' as const, key })),
        { customer_key: 'harbour', list: 'rooms', key: 'S-1' },
        { customer_key: 'harbour', list: 'sites', key: 'site' },
      ]),
    })
    const form = screen.getByRole('form', { name: 'Delete 8 records' })
    expect(form).toHaveAccessibleDescription(
      'Access ends at once. This can’t be undone. 1 can’t be deleted and stays.',
    )
    const previews = [...form.querySelectorAll('[data-seam-portal=push-preview]')].map(
      ({ textContent }) => textContent,
    )
    expect(previews).toEqual(['Reservations 7R-0, R-1, R-2, R-3, R-4 and 2 more', 'Rooms 1S-1'])
  })

  it('says of rooms alone nothing about access', () => {
    ask({ plan: planDelete({ room_keys: ['S-1', 'S-2'] }) })
    expect(screen.getByRole('form')).toHaveAccessibleDescription('This can’t be undone.')
  })

  it('draws a preview without its requests, and nothing to type for an empty plan', async () => {
    const { onCancel, rerender, field } = ask({
      plan: { records: 2, lists: [{ list: 'bookings', records: 2, first: ['B-1'] }], failed: [] },
    })
    expect(field).toBeVisible()
    rerender(<ConfirmDelete plan={planDelete({})} onConfirm={() => {}} onCancel={onCancel} />)
    expect(screen.getByRole('form', { name: 'Nothing to delete' })).toBeVisible()
    expect(screen.queryByRole('textbox')).toBeNull()
    await userEvent.click(screen.getByRole('button'))
    expect(onCancel.mock.calls).toEqual([[]])
  })

  it('speaks the provider’s language, and the host’s words before all', async () => {
    const plan = planDelete({ reservation_keys: keys(2) })
    render(
      <PortalProvider locale="pl">
        <ConfirmDelete plan={plan} onConfirm={() => {}} messages={{ typeIt: 'Wpisz {phrase}' }} />
      </PortalProvider>,
    )
    expect(await screen.findByRole('button', { name: 'Usuń 2 rezerwacje' })).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Wpisz 2' })).toBeVisible()
  })

  it('gives the host its ref, its class and its attributes', () => {
    const ref = { current: null as HTMLFormElement | null }
    ask({ ref, className: 'mine', 'aria-label': 'Mine', phrase: 'yes', heading: 'Leftovers' } as never)
    expect(ref.current).toHaveClass('mine')
    expect(screen.getByText('Leftovers')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'To confirm, type yes' })).toBeVisible()
  })
})

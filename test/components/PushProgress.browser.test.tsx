import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ReactElement, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { PushProgress, type PushProgressProps } from '../../src/components/push/index'
import { PortalProvider, type PushFailure } from '../../src/index'

type Progress = PushProgressProps['progress']

const at = (progress: Partial<Progress> = {}): Progress => ({
  state: 'running',
  done: 41_200,
  total: 100_000,
  failed: 0,
  bytes: 1,
  perSecond: 2000,
  ...progress,
})

const failuresOf = (count: number): PushFailure[] =>
  Array.from({ length: count }, (_, index) => ({
    customer_key: 'harbour',
    list: 'reservations',
    index,
    key: `R-${index}`,
    path: `reservations[${index}].ends_at`,
    code: 'invalid_input',
    reason: 'Expected a date and time such as 2026-03-01T15:00:00Z',
  }))

const announced = () => screen.getByRole('status').textContent

const running = (done: number) => <PushProgress heading="Importing" progress={at({ done })} />
const waiting = (waitMs: number) => <PushProgress progress={at({ state: 'waiting', waitMs })} />

/** A push that is over as soon as it is resumed. */
function Resumed(): ReactElement {
  const [progress, setProgress] = useState(at())
  return (
    <PushProgress
      progress={progress}
      onPause={() => setProgress(at({ state: 'paused' }))}
      onResume={() => setProgress(at({ state: 'done', done: 100_000 }))}
      onCancel={() => {}}
    />
  )
}

describe('PushProgress', () => {
  it('announces each tenth, and no step between', () => {
    const { rerender } = render(running(41_200))
    expect(announced()).toBe('Importing 40%')
    rerender(running(49_999))
    expect(announced()).toBe('Importing 40%')
    expect(screen.getByText('49%')).toBeVisible()
    rerender(running(50_000))
    expect(announced()).toBe('Importing 50%')
  })

  it('does not read out every second of a wait', () => {
    const { rerender } = render(waiting(12_000))
    const first = announced()
    rerender(waiting(11_000))
    expect(announced()).toBe(first)
  })

  it('says 100% only at the end', () => {
    render(<PushProgress progress={at({ done: 99_999 })} />)
    expect(screen.getByText('99%')).toBeVisible()
  })

  it('keeps the line steady while it runs, and changes it at once with the state', async () => {
    const { rerender } = render(<PushProgress progress={at()} />)
    for (let done = 41_300; done < 42_000; done += 100) rerender(<PushProgress progress={at({ done })} />)
    expect(screen.getByText('41,200 of 100,000')).toBeVisible()
    expect(screen.getByRole('progressbar')).toHaveValue(0.419)
    await waitFor(() => expect(screen.getByText('41,900 of 100,000')).toBeVisible(), { timeout: 5000 })

    rerender(<PushProgress progress={at({ state: 'paused', done: 42_000 })} />)
    expect(screen.getByText('Paused at 42,000', { selector: 'bdi' })).toBeVisible()
  })

  it('keeps the focus on the button that pauses and resumes, and takes it when the buttons go', async () => {
    render(<Resumed />)
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
    expect(screen.getByRole('button', { name: 'Resume' })).toHaveFocus()

    await userEvent.click(screen.getByRole('button', { name: 'Resume' }))
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByRole('group')).toHaveFocus()
  })

  it('shows two hundred failures of many, and copies all of them', async () => {
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const failures = [
      ...failuresOf(5000),
      { ...failuresOf(1)[0], index: 5000, key: '=cmd\tx' } as PushFailure,
    ]
    render(<PushProgress progress={at({ state: 'done', done: 100_000, failed: 5001 })} failures={failures} />)
    expect(screen.queryAllByRole('row')).toHaveLength(0)
    await userEvent.click(screen.getByText('Show what needs attention'))
    expect(await screen.findAllByRole('row')).toHaveLength(201)

    await userEvent.click(screen.getByRole('button', { name: 'Copy list' }))
    const lines = written.mock.calls[0]?.[0].split('\n') ?? []
    expect(lines).toHaveLength(5002)
    expect(lines[0]).toBe('Record\tField\tProblem\tWhat to do\tLine')
    expect(lines[1]).toBe(
      'R-0\tends_at\tThis value isn’t valid. (Expected a date and time such as 2026-03-01T15:00:00Z)\tCorrect it, then try again.\t',
    )
    // No formula, and no cell more.
    expect(lines.at(-1)).toMatch(/^'=cmd x\t/)
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible()
    written.mockRestore()
  })

  it('says what is wrong and what to do, and keeps what a backend says of itself for the copied list', async () => {
    const [first] = failuresOf(1) as [PushFailure]
    const failures = [
      { ...first, line: 12 },
      { ...first, index: 1, path: 'reservations[1]', code: 'forbidden' as const, reason: 'Set `allow`' },
      // A job on a server may have kept no code.
      { list: first.list, index: 2, key: 'R-2', path: 'reservations[2]', reason: 'odd' },
    ]
    render(
      <PushProgress
        locale="de-DE"
        progress={at({ state: 'done', done: 3, total: 3, failed: 3 })}
        failures={failures}
      />,
    )
    await userEvent.click(await screen.findByText('Anzeigen, was zu prüfen ist'))
    const texts = (await screen.findAllByRole('row')).map((row) => row.textContent)
    expect(texts[0]).toBe('DatensatzWas nicht stimmtWas zu tun ist')
    expect(texts[1]).toMatch(/^R-0 Zeile 12ends_at Dieser Wert ist nicht gültig\.Expected .*Korrigieren Sie/)
    expect(texts[2]).toMatch(/Sie dürfen diesen Datensatz nicht ändern\..*Administrator/)
    expect(texts[3]).toMatch(/^R-2 Er wurde nicht angenommen\.Versuchen/)
    expect(texts.join()).not.toMatch(/allow|odd/)
    expect(screen.getByText(/^Expected/)).toHaveAttribute('lang', 'en')
  })

  it('speaks of a deletion when it draws one', () => {
    render(<PushProgress action="delete" progress={at({ state: 'done', done: 9, total: 9, failed: 2 })} />)
    expect(screen.getByText('7 deleted · 2 need attention', { selector: 'bdi' })).toBeVisible()
    expect(screen.getByRole('group', { name: 'Deleting records' })).toBeVisible()
  })

  it('speaks the provider’s language, its own before that, and the host’s words before all', async () => {
    const { rerender } = render(
      <PortalProvider locale="de">
        <PushProgress progress={at()} onPause={() => {}} />
      </PortalProvider>,
    )
    expect(await screen.findByRole('button', { name: 'Anhalten' })).toBeVisible()
    rerender(
      <PortalProvider locale="de">
        <PushProgress progress={at()} onPause={() => {}} locale="fr-FR" />
      </PortalProvider>,
    )
    expect(await screen.findByRole('button', { name: 'Mettre en pause' })).toBeVisible()
    rerender(
      <PortalProvider locale="de">
        <PushProgress progress={at()} onPause={() => {}} locale="fr-FR" messages={{ pause: 'Stop' }} />
      </PortalProvider>,
    )
    expect(await screen.findByRole('button', { name: 'Stop' })).toBeVisible()
  })

  it('gives the host its ref, its class and its attributes', () => {
    const ref = { current: null as HTMLDivElement | null }
    render(<PushProgress progress={at()} ref={ref} className="mine" data-testid="card" />)
    expect(screen.getByTestId('card')).toBe(ref.current)
    expect(ref.current).toHaveClass('mine')
    expect(ref.current).toHaveAttribute('data-state', 'running')
  })

  it('leaves no timer when it goes', async () => {
    const { rerender, unmount } = render(<PushProgress progress={at()} />)
    rerender(<PushProgress progress={at({ done: 50_000 })} />)
    const cleared = vi.spyOn(window, 'clearTimeout')
    unmount()
    await act(async () => {})
    expect(cleared).toHaveBeenCalled()
    cleared.mockRestore()
  })
})

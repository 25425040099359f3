import type { ReactNode } from 'react'
import type { Account } from '../data/Account'
import { ReservationTable } from './ReservationTable'
import { stateOf } from './stateOf'

interface ReservationsPageProps {
  account: Account
  onCancel: (code: string) => Promise<void>
}

/** All reservations, the next arrival first. */
export function ReservationsPage({ account, onCancel }: ReservationsPageProps): ReactNode {
  const { reservations } = account
  const arriving = reservations.filter((one) => stateOf(one) === 'Arriving today').length
  return (
    <>
      <header className="page-header">
        <h1>Reservations</h1>
        <p>{arriving} arriving today</p>
      </header>
      <ReservationTable
        account={account}
        reservations={reservations}
        label="Reservations"
        onCancel={onCancel}
      />
    </>
  )
}

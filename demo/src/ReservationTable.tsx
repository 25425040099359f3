import { type ReactNode, useState } from 'react'
import { PortalLauncher, useOpenPortal } from '../../src/index'
import type { Account, Reservation } from '../data/Account'
import { CancelDialog } from './CancelDialog'
import { dayOf } from './dayOf'
import { Icon } from './Icon'
import { Menu } from './Menu'
import { stateOf } from './stateOf'

interface ReservationTableProps {
  account: Account
  reservations: readonly Reservation[]
  label: string
  onCancel: (code: string) => Promise<void>
}

/** Reservations as rows. Each row opens the portal on its own reservation, without navigation. */
export function ReservationTable(props: ReservationTableProps): ReactNode {
  const { account, reservations, label, onCancel } = props
  if (!reservations.length) {
    return (
      <div className="empty">
        <Icon name="reservations" />
        <h2>No stays yet</h2>
        <p>Reservations appear here as soon as they are made.</p>
      </div>
    )
  }
  return (
    <div className="table-area">
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Reservation</th>
            <th scope="col" className="wide">
              Property
            </th>
            <th scope="col">Arrives</th>
            <th scope="col" className="wide">
              Nights
            </th>
            <th scope="col" className="wide">
              Status
            </th>
            <th scope="col">
              <span className="unseen">More</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {reservations.map((reservation) => (
            <ReservationRow
              key={reservation.code}
              account={account}
              reservation={reservation}
              onCancel={onCancel}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ReservationRowProps {
  account: Account
  reservation: Reservation
  onCancel: (code: string) => Promise<void>
}

function ReservationRow({ account, reservation, onCancel }: ReservationRowProps): ReactNode {
  const { code, property_key, room_key, arrives, nights, cancelled } = reservation
  const [isCancelling, setCancelling] = useState(false)
  const [open, setOpen] = useState(false)
  const property = account.properties.find((one) => one.key === property_key)
  const room = property?.rooms.find((one) => one.key === room_key)
  const state = stateOf(reservation)
  const deep_link = { resource_type: 'reservation', resource_key: code } as const
  const openPortal = useOpenPortal()
  const openTab = () => openPortal({ presentation: 'tab', deep_link, navigation_mode: 'restricted' })
  return (
    <tr data-open={open || undefined} data-cancelled={cancelled || undefined}>
      <th scope="row">
        {cancelled ? (
          <s>{code}</s>
        ) : (
          <PortalLauncher
            presentation="drawer"
            deep_link={deep_link}
            navigation_mode="restricted"
            heading={`${code}, ${room?.name}`}
            onOpenChange={setOpen}
            className="row-button"
          >
            {code}
          </PortalLauncher>
        )}
        <span className="narrow muted">{cancelled ? 'Cancelled' : `${room?.name}, ${property?.name}`}</span>
      </th>
      <td className="wide">
        {property?.name} <span className="muted">{room?.name}</span>
      </td>
      <td>
        {dayOf(arrives)}
        <span className="narrow muted">{nights === 1 ? '1 night' : `${nights} nights`}</span>
      </td>
      <td className="wide">{nights}</td>
      <td className="wide">
        <span className="pill" data-state={state}>
          {state}
        </span>
      </td>
      {/* The menu's button has its own label. */}
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <td>
        <Menu label={`More for ${code}`} className="quiet" align="end" button={<Icon name="more" />}>
          {!cancelled && (
            <button type="button" className="menu-item" role="menuitem" tabIndex={-1} onClick={openTab}>
              Open in a new tab
            </button>
          )}
          <button
            type="button"
            className="menu-item"
            role="menuitem"
            tabIndex={-1}
            onClick={() => setCancelling(true)}
          >
            {cancelled ? 'End access again' : 'Cancel reservation'}
          </button>
        </Menu>
        {isCancelling && (
          <CancelDialog
            code={code}
            isCancelled={!!cancelled}
            onCancel={onCancel}
            onClose={() => setCancelling(false)}
          />
        )}
      </td>
    </tr>
  )
}

import type { ReactNode } from 'react'
import type { Property, Reservation } from '../data/Account'
import { dayOf } from './dayOf'
import { LockStatus } from './LockStatus'
import { stateOf } from './stateOf'

interface PropertyOverviewProps {
  property: Property
  stays: readonly Reservation[]
}

/** A property's figures, and the next stay in each of its rooms. */
export function PropertyOverview({ property, stays }: PropertyOverviewProps): ReactNode {
  const { rooms, locks } = property
  const inHouse = stays.filter((stay) => stateOf(stay) === 'In house' || stateOf(stay) === 'Leaving today')
  return (
    <>
      <dl className="tiles">
        <div>
          <dt>Rooms</dt>
          <dd>{rooms.length}</dd>
        </div>
        <div>
          <dt>In house</dt>
          <dd>{inHouse.length}</dd>
        </div>
        <div>
          <dt>Locks</dt>
          <dd>{locks}</dd>
          <dd>
            <LockStatus property={property} />
          </dd>
        </div>
      </dl>
      <section className="panel" aria-labelledby="rooms">
        <h2 id="rooms">Rooms</h2>
        <ul className="rows">
          {rooms.map((room) => (
            <li key={room.key}>
              <span>{room.name}</span>
              <span className="muted">{nextOf(stays.filter((stay) => stay.room_key === room.key))}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function nextOf(stays: readonly Reservation[]): string {
  const [next] = stays
  if (!next) return 'Free'
  const state = stateOf(next)
  if (state === 'In house') return `${next.code}, until ${dayOf(next.leaves)}`
  return state === 'Upcoming'
    ? `${next.code}, from ${dayOf(next.arrives)}`
    : `${next.code}, ${state.toLowerCase()}`
}

import type { ReactNode } from 'react'
import { PortalLauncher } from '../../src/index'
import type { Account, Property } from '../data/Account'
import { Link } from './Link'
import { LockStatus } from './LockStatus'

/** All properties as cards, each with a button that opens its portal. */
export function PropertiesPage({ account }: { account: Account }): ReactNode {
  const { properties } = account
  return (
    <>
      <header className="page-header">
        <h1>Properties</h1>
        <p>{properties.length} in all</p>
      </header>
      <ul className="cards">
        {properties.map((property) => (
          <PropertyCard key={property.key} property={property} />
        ))}
      </ul>
    </>
  )
}

function PropertyCard({ property }: { property: Property }): ReactNode {
  const { key, name, address, rooms, locks } = property
  return (
    <li className="card">
      <h2>
        <Link href={`/properties/${key}`}>{name}</Link>
      </h2>
      <p className="muted">{address}</p>
      <dl className="figures">
        <div>
          <dt>Rooms</dt>
          <dd>{rooms.length}</dd>
        </div>
        <div>
          <dt>Locks</dt>
          <dd>{locks}</dd>
        </div>
      </dl>
      <footer>
        <LockStatus property={property} />
        <PortalLauncher
          data-variant="outline"
          landing_page={{ manage: { property_key: key } }}
          heading={`Access for ${name}`}
          aria-label={`Manage access for ${name}`}
        >
          Manage access
        </PortalLauncher>
      </footer>
    </li>
  )
}

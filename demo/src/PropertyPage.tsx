import type { ReactNode } from 'react'
import { PortalFrame, PortalLauncher } from '../../src/index'
import type { Account, Property } from '../data/Account'
import { Link } from './Link'
import { NotFoundPage } from './NotFoundPage'
import { PropertyOverview } from './PropertyOverview'
import { ReservationTable } from './ReservationTable'

const TABS = [
  { tab: undefined, label: 'Overview' },
  { tab: 'access', label: 'Access' },
  { tab: 'stays', label: 'Stays' },
]

interface PropertyPageProps {
  account: Account
  property: Property
  tab: string | undefined
  onCancel: (code: string) => Promise<void>
}

/** One property: its overview, its access and its stays. */
export function PropertyPage({ account, property, tab, onCancel }: PropertyPageProps): ReactNode {
  const { key, name, address } = property
  const stays = account.reservations.filter((one) => one.property_key === key)
  const landing_page = { manage: { property_key: key } }
  if (!TABS.some((one) => one.tab === tab)) return <NotFoundPage />
  return (
    <>
      <header className="property-header">
        <div>
          <h1>{name}</h1>
          <p>{address}</p>
        </div>
        <PortalLauncher
          presentation="tab"
          data-variant="outline"
          landing_page={landing_page}
          className="wide"
        >
          Portal
        </PortalLauncher>
        <PortalLauncher landing_page={landing_page} heading={`Access for ${name}`}>
          Manage access
        </PortalLauncher>
      </header>
      <nav className="tabs" aria-label={name}>
        {TABS.map((one) => (
          <Link
            key={one.label}
            href={`/properties/${key}${one.tab ? `/${one.tab}` : ''}`}
            aria-current={one.tab === tab ? 'page' : undefined}
          >
            {one.label}
          </Link>
        ))}
      </nav>
      {tab === 'access' ? (
        <PortalFrame className="access-frame" landing_page={landing_page} heading={`Access for ${name}`} />
      ) : tab === 'stays' ? (
        <ReservationTable
          account={account}
          reservations={stays}
          label={`Stays at ${name}`}
          onCancel={onCancel}
        />
      ) : (
        <PropertyOverview property={property} stays={stays.filter(({ cancelled }) => !cancelled)} />
      )}
    </>
  )
}

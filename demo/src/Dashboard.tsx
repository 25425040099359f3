import { type ReactNode, useEffect } from 'react'
import { useClearPortals } from '../../src/index'
import type { Account, VendorMode } from '../data/Account'
import { CallStrip } from './CallStrip'
import { NotFoundPage } from './NotFoundPage'
import { PropertiesPage } from './PropertiesPage'
import { PropertyPage } from './PropertyPage'
import { ReservationsPage } from './ReservationsPage'
import { Sidebar } from './Sidebar'
import { TopBar } from './TopBar'
import { goTo, useRoute } from './useRoute'

/** The dashboard's data and callbacks. */
export interface DashboardProps {
  account: Account
  locale: string
  onLocaleChange: (locale: string) => void
  onCustomerChange: (customer_key: string) => void
  onModeChange: (mode: VendorMode) => Promise<void>
  onSignOut: () => void
}

/** The layout of every page: sidebar, top bar, and the panel of calls at the bottom. */
export function Dashboard(props: DashboardProps): ReactNode {
  const { account, locale, onLocaleChange, onCustomerChange, onModeChange, onSignOut } = props
  const { section, key, tab } = useRoute()
  const clearPortals = useClearPortals()
  const property = account.properties.find((one) => one.key === key)
  const trail = [
    section === 'reservations' ? 'Reservations' : 'Properties',
    ...(property ? [property.name] : []),
  ]
  const title = `${trail.at(-1)} · ${account.customer.name}`
  useEffect(() => {
    document.title = title
  }, [title])

  return (
    <div className="dashboard">
      <Sidebar
        account={account}
        section={section}
        onCustomerChange={(customer) => {
          // A property belongs to one customer, so its page does not exist for another.
          if (key) goTo('/properties')
          onCustomerChange(customer)
        }}
      />
      <TopBar
        section={section}
        trail={trail}
        locale={locale}
        onLocaleChange={onLocaleChange}
        onSignOut={onSignOut}
      />
      <main className="content">
        {section === 'reservations' ? (
          <ReservationsPage account={account} />
        ) : section !== 'properties' || (key && !property) ? (
          <NotFoundPage />
        ) : property ? (
          <PropertyPage account={account} property={property} tab={tab} />
        ) : (
          <PropertiesPage account={account} />
        )}
      </main>
      <CallStrip
        mode={account.mode}
        onModeChange={async (mode) => {
          await onModeChange(mode)
          // Links and frames from before would hide the new behaviour.
          clearPortals()
        }}
      />
    </div>
  )
}

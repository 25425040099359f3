import { type ReactNode, useEffect } from 'react'
import { useClearPortals } from '../../src/index'
import type { Account, Mood } from '../data/Account'
import { CallStrip } from './CallStrip'
import { NotFoundPage } from './NotFoundPage'
import { PropertiesPage } from './PropertiesPage'
import { PropertyPage } from './PropertyPage'
import { ReservationsPage } from './ReservationsPage'
import { Sidebar } from './Sidebar'
import { TopBar } from './TopBar'
import { goTo, useRoute } from './useRoute'

/** What the dashboard needs to know, and what it can ask for. */
export interface DashboardProps {
  account: Account
  locale: string
  onLocaleChange: (locale: string) => void
  onCustomerChange: (customer_key: string) => void
  onMoodChange: (mood: Mood) => Promise<void>
  onSignOut: () => void
}

/** The frame around every page: sidebar, top bar, and the strip at the bottom. */
export function Dashboard(props: DashboardProps): ReactNode {
  const { account, locale, onLocaleChange, onCustomerChange, onMoodChange, onSignOut } = props
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
          // A property's page is nobody else's.
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
        mood={account.mood}
        onMoodChange={async (mood) => {
          await onMoodChange(mood)
          // Links and frames made in another mood would hide this one.
          clearPortals()
        }}
      />
    </div>
  )
}

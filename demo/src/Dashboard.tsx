import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useClearPortals, usePushData } from '../../src/index'
import type { Ledger } from '../../src/push/index'
import type { Account, VendorMode } from '../data/Account'
import type { Batch } from './Batch'
import { CallStrip } from './CallStrip'
import { NotFoundPage } from './NotFoundPage'
import { PropertiesPage } from './PropertiesPage'
import { PropertyPage } from './PropertyPage'
import { ReservationsPage } from './ReservationsPage'
import { Sidebar } from './Sidebar'
import { TopBar } from './TopBar'
import { goTo, useRoute } from './useRoute'

// Loaded on demand: a user who never opens these pages does not load them.
const ImportPage = lazy(async () => ({ default: (await import('./ImportPage')).ImportPage }))
const ConfigurePage = lazy(async () => ({ default: (await import('./ConfigurePage')).ConfigurePage }))

/** The names of the sections. */
const SECTIONS: Record<string, string> = {
  reservations: 'Reservations',
  import: 'Import',
  configure: 'Configure',
}

/** The dashboard's data and callbacks. */
export interface DashboardProps {
  account: Account
  locale: string
  onLocaleChange: (locale: string) => void
  onCustomerChange: (customer_key: string) => void
  onCancel: (code: string) => Promise<void>
  onModeChange: (mode: VendorMode) => Promise<void>
  onSignOut: () => void
}

/** The layout of every page: sidebar, top bar, and the panel of calls at the bottom. */
export function Dashboard(props: DashboardProps): ReactNode {
  const { account, locale, onLocaleChange, onCustomerChange, onCancel, onModeChange, onSignOut } = props
  const { section, key, tab } = useRoute()
  const clearPortals = useClearPortals()
  // What is imported stays while other pages are looked at, as the push itself does.
  const [batch, setBatch] = useState<Batch>()
  // What was imported since the page was loaded. A real product keeps it on its server.
  const ledger = useRef<Ledger>(undefined)
  const { isPushing } = usePushData({ id: 'import' })
  const property = account.properties.find((one) => one.key === key)
  const trail = [SECTIONS[section] ?? 'Properties', ...(property ? [property.name] : [])]
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
          setBatch(undefined)
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
      <main className="content" data-section={section}>
        {section === 'configure' ? (
          <Suspense>
            <ConfigurePage />
          </Suspense>
        ) : section === 'import' ? (
          <Suspense>
            <ImportPage account={account} ledger={ledger} batch={batch} onBatchChange={setBatch} />
          </Suspense>
        ) : section === 'reservations' ? (
          <ReservationsPage account={account} onCancel={onCancel} />
        ) : section !== 'properties' || (key && !property) ? (
          <NotFoundPage />
        ) : property ? (
          <PropertyPage account={account} property={property} tab={tab} onCancel={onCancel} />
        ) : (
          <PropertiesPage account={account} />
        )}
      </main>
      <CallStrip
        mode={account.mode}
        onModeChange={async (mode) => {
          await onModeChange(mode)
          // Links and frames from before would hide the new behaviour. An import would end with them.
          if (!isPushing) clearPortals()
        }}
      />
    </div>
  )
}

import type { ReactNode } from 'react'
import type { Account } from '../data/Account'
import { ChoiceMenu } from './ChoiceMenu'
import { Icon, type IconName } from './Icon'
import { Link } from './Link'

const SECTIONS: readonly { section: IconName; label: string }[] = [
  { section: 'properties', label: 'Properties' },
  { section: 'reservations', label: 'Reservations' },
  { section: 'import', label: 'Import' },
  { section: 'configure', label: 'Configure' },
]

interface SidebarProps {
  account: Account
  section: string
  onCustomerChange: (customer_key: string) => void
}

/** The product's name, its sections, and the customer at the bottom. */
export function Sidebar({ account, section, onCustomerChange }: SidebarProps): ReactNode {
  const { customer, customers } = account
  return (
    <aside className="sidebar">
      <p className="wordmark">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" />
          <path d="M10 24V13l6-5 6 5v11z" />
        </svg>
        <span>Lodgekeep</span>
      </p>
      <nav className="sections" aria-label="Sections">
        {SECTIONS.map((one) => (
          <Link
            key={one.section}
            href={`/${one.section}`}
            aria-current={one.section === section ? 'page' : undefined}
          >
            <Icon name={one.section} />
            {one.label}
          </Link>
        ))}
      </nav>
      <div className="switcher">
        <ChoiceMenu
          label="Customer"
          className="switcher-button"
          side="above"
          value={customer.key}
          choices={customers.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={onCustomerChange}
          button={
            <>
              <span className="monogram" data-initials={initials(customer.name)} />
              <span className="switcher-name">{customer.name}</span>
              <Icon name="chevron" />
            </>
          }
        />
      </div>
    </aside>
  )
}

function initials(name: string): string {
  return name
    .split(' ')
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('')
}

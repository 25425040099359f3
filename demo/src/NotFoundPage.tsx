import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { Link } from './Link'

/** The page for unknown addresses, and for those of another customer. */
export function NotFoundPage(): ReactNode {
  return (
    <div className="empty">
      <Icon name="properties" />
      <h1>Nothing here</h1>
      <p>
        This page belongs to no property of yours. <Link href="/properties">All properties</Link>
      </p>
    </div>
  )
}

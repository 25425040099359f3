import type { ReactNode } from 'react'
import type { Property } from '../data/Account'

/** Shows whether all locks of a property are online: a dot and words. */
export function LockStatus({ property: { offline } }: { property: Property }): ReactNode {
  return (
    <p className="status" data-tone={offline ? 'warning' : 'success'}>
      {offline ? `${offline} ${offline === 1 ? 'lock' : 'locks'} offline` : 'All locks online'}
    </p>
  )
}

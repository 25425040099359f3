import type { ReactNode } from 'react'
import type { Property } from '../data/Account'

/** Whether every lock of a property can be reached: a dot, and the words for it. */
export function LockStatus({ property: { offline } }: { property: Property }): ReactNode {
  return (
    <p className="status" data-tone={offline ? 'warning' : 'success'}>
      {offline ? `${offline} ${offline === 1 ? 'lock' : 'locks'} offline` : 'All locks online'}
    </p>
  )
}

import type { ComponentPropsWithoutRef, MouseEvent, ReactNode } from 'react'
import { goTo } from './useRoute'

/** A link to another page of the dashboard, without a reload. */
export function Link({
  href,
  children,
  ...rest
}: ComponentPropsWithoutRef<'a'> & { href: string }): ReactNode {
  const follow = (event: MouseEvent) => {
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (event.button !== 0 || elsewhere) return
    event.preventDefault()
    goTo(href)
  }
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  )
}

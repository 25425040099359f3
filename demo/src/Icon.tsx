import type { ReactNode } from 'react'

const PATHS = {
  properties: 'M4 21V9l8-6 8 6v12zM9.5 21v-7h5v7',
  reservations: 'M4 6h16v15H4zM4 11h16M8 3v5M16 3v5',
  import: 'M12 3v12M7 10l5 5 5-5M4 16v5h16v-5',
  configure:
    'M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5M8 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3',
  theme: 'M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18',
  signOut: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  chevron: 'M7 10l5 5 5-5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  lock: 'M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3',
  back: 'M14 6l-6 6 6 6',
}

/** The name of an icon. */
export type IconName = keyof typeof PATHS

/** A line icon beside words of the same meaning. */
export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg className="icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}

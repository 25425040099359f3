import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'

/** The props of a menu. */
export interface MenuProps {
  /** The accessible name of the button and the menu. */
  label: string
  /** The content of the button. */
  button: ReactNode
  className?: string
  /** The edge of the button that the menu is aligned to. @default 'start' */
  align?: 'start' | 'end'
  /** Whether it opens below its button or above. @default 'below' */
  side?: 'below' | 'above'
  /** A sentence above the choices. */
  note?: string
  children: ReactNode
}

/** A button with a menu. The arrow keys move in it. Escape closes it, and so does a press or focus elsewhere. */
export function Menu({
  label,
  button,
  className,
  align = 'start',
  side = 'below',
  note,
  children,
}: MenuProps): ReactNode {
  const [open, setOpen] = useState(false)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return undefined
    const items = itemsOf(root.current)
    const first = items.find((item) => item.ariaChecked === 'true') ?? items[0]
    first?.focus()
    const close = (event: Event) => {
      if (!(event.target instanceof Node && root.current?.contains(event.target))) setOpen(false)
    }
    document.addEventListener('pointerdown', close)
    // A press inside a frame, or a new tab, takes the focus from this window.
    window.addEventListener('blur', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      window.removeEventListener('blur', close)
    }
  }, [open])

  const handleKeyDown = (event: KeyboardEvent) => {
    const items = itemsOf(root.current)
    const at = items.indexOf(document.activeElement as HTMLElement)
    const next = {
      ArrowDown: items[(at + 1) % items.length],
      ArrowUp: items.at(at <= 0 ? -1 : at - 1),
      Home: items[0],
      End: items.at(-1),
    }[event.key]
    if (event.key === 'Escape') trigger.current?.focus()
    if (event.key === 'Escape' || event.key === 'Tab') setOpen(false)
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    <div className="menu" ref={root}>
      <button
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title={label}
        ref={trigger}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {button}
      </button>
      {open && (
        <div className="menu-list" data-align={align} data-side={side}>
          {note && (
            <p className="menu-note" id={`${id}-note`}>
              {note}
            </p>
          )}
          <div
            id={id}
            className="menu-items"
            role="menu"
            tabIndex={-1}
            aria-label={label}
            aria-describedby={note && `${id}-note`}
            onKeyDown={handleKeyDown}
            onClick={(event) => {
              if (!(event.target as Element).closest('[role^=menuitem]')) return
              trigger.current?.focus()
              setOpen(false)
            }}
          >
            {children}
          </div>
        </div>
      )}
    </div>
  )
}

function itemsOf(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
}

import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { Menu, type MenuProps } from './Menu'

/** One of a few things, chosen from a menu. */
export interface ChoiceMenuProps<Value extends string> extends Omit<MenuProps, 'children'> {
  value: Value
  choices: readonly { value: Value; label: string; lang?: string }[]
  onChange: (value: Value) => void
}

/** A menu that holds one choice. */
export function ChoiceMenu<Value extends string>({
  value,
  choices,
  onChange,
  ...menu
}: ChoiceMenuProps<Value>): ReactNode {
  return (
    <Menu {...menu}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className="menu-item"
          role="menuitemradio"
          tabIndex={-1}
          aria-checked={choice.value === value}
          lang={choice.lang}
          onClick={() => onChange(choice.value)}
        >
          <Icon name="check" />
          {choice.label}
        </button>
      ))}
    </Menu>
  )
}

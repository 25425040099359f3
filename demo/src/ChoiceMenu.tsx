import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { Menu, type MenuProps } from './Menu'

/** The props of a menu with one selected item. */
export interface ChoiceMenuProps<Value extends string> extends Omit<MenuProps, 'children'> {
  value: Value
  choices: readonly { value: Value; label: string; lang?: string }[]
  onChange: (value: Value) => void
}

/** A menu with one selected item. */
export function ChoiceMenu<Value extends string>({
  value,
  choices,
  onChange,
  label,
  ...menu
}: ChoiceMenuProps<Value>): ReactNode {
  const chosen = choices.find((choice) => choice.value === value)
  return (
    <Menu {...menu} label={`${label}: ${chosen?.label}`}>
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

import type { ComponentPropsWithoutRef, ReactNode } from 'react'

type SwitchProps = Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'role' | 'onChange' | 'checked'> & {
  checked: boolean
  onChange: (checked: boolean) => void
}

/** An on and off switch: a native checkbox with the look and the role of a switch. */
export function Switch({ onChange, ...rest }: SwitchProps): ReactNode {
  return (
    <input
      {...rest}
      type="checkbox"
      // A native checkbox tells whether it is on by itself.
      // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
      role="switch"
      onChange={({ target }) => onChange(target.checked)}
    />
  )
}

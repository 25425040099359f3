import type { ReactNode } from 'react'

interface SelectProps<Value extends string> {
  label: string
  value: Value
  choices: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** A native menu of one choice, with its label inside the same box. */
export function Select<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: SelectProps<Value>): ReactNode {
  return (
    <label className="pg-select">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

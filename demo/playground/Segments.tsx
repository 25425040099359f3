import { type ReactNode, useId } from 'react'

interface SegmentsProps<Value extends string | number> {
  label: string
  value: Value
  choices: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
  className?: string
  disabled?: boolean
}

/** A row of radio buttons that looks like one control. */
export function Segments<Value extends string | number>(props: SegmentsProps<Value>): ReactNode {
  const { label, value, choices, onChange, className = '', disabled } = props
  const name = useId()
  return (
    <div className={`pg-segments ${className}`} role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            className="pg-unseen"
            name={name}
            disabled={disabled}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  )
}

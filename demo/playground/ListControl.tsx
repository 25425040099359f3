import { type ReactNode, useState } from 'react'

interface ListControlProps {
  'aria-labelledby': string
  'aria-describedby': string
  example: string | undefined
  value: readonly string[] | undefined
  onChange: (value: readonly string[] | undefined) => void
}

/** A list of names, separated by commas. */
export function ListControl({ value = [], onChange, example, ...names }: ListControlProps): ReactNode {
  // What is typed has commas and spaces at its end, which the list does not have.
  const [typed, setTyped] = useState('')
  const isTyped = split(typed).join() === value.join()
  return (
    <input
      {...names}
      type="text"
      className="pg-input"
      placeholder={example}
      autoComplete="off"
      spellCheck={false}
      value={isTyped ? typed : value.join(', ')}
      onChange={({ target }) => {
        setTyped(target.value)
        const list = split(target.value)
        onChange(list.length ? list : undefined)
      }}
    />
  )
}

function split(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

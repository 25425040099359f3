import type { ReactNode } from 'react'
import type { DeepLink } from '../../src/schemas/index'
import type { FieldRowProps } from './FieldRow'
import { type Filter, FilterControl } from './FilterControl'
import { LandingControl } from './LandingControl'
import { LinkControl } from './LinkControl'
import { ListControl } from './ListControl'
import { Switch } from './Switch'
import { VERTICALS } from './VERTICALS'

interface FieldControlProps extends FieldRowProps {
  /** The row's id. `${id}-label` names the control. */
  id: string
  describedBy: string
}

/** The control of a field. */
export function FieldControl(props: FieldControlProps): ReactNode {
  const { path, field, value, vertical, problem, onChange, id, describedBy } = props
  const names = {
    'aria-labelledby': `${id}-label`,
    'aria-describedby': describedBy,
    'aria-invalid': problem ? true : undefined,
  }
  const text = typeof value === 'string' ? value : ''
  switch (field.control) {
    case 'switch':
      return (
        <Switch {...names} checked={value === true} onChange={(checked) => onChange(checked || undefined)} />
      )
    case 'choice': {
      const { choices = [] } = field
      return (
        <select
          {...names}
          className="pg-input"
          value={String(value ?? '')}
          onChange={({ target }) =>
            onChange(choices.find((one) => String(one.value) === target.value && one.value !== '')?.value)
          }
        >
          {choices.map((one) => (
            <option key={String(one.value)} value={String(one.value)}>
              {one.label}
            </option>
          ))}
        </select>
      )
    }
    case 'list':
      return (
        <ListControl
          {...names}
          example={field.example}
          value={value as readonly string[] | undefined}
          onChange={onChange}
        />
      )
    case 'landing':
      return (
        <LandingControl
          names={names}
          value={value as object | undefined}
          vertical={vertical}
          onChange={onChange}
        />
      )
    case 'link':
      return (
        <LinkControl
          names={names}
          value={value as DeepLink | undefined}
          vertical={vertical}
          onChange={onChange}
        />
      )
    case 'filters':
      return (
        <FilterControl names={names} value={value as readonly Filter[] | undefined} onChange={onChange} />
      )
    case 'data':
    case 'long text':
      return (
        <textarea
          {...names}
          className="pg-input"
          data-mono={field.control === 'data' || undefined}
          rows={field.control === 'data' ? 4 : 3}
          spellCheck={field.control !== 'data'}
          placeholder={field.example}
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      )
    default:
      return (
        <input
          {...names}
          type="text"
          className="pg-input"
          placeholder={path === 'customer_key' ? VERTICALS[vertical].customer.customer_key : field.example}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      )
  }
}

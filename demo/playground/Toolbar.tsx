import type { ReactNode } from 'react'
import { LOCALES, type Locale } from '../../src/schemas/index'
import {
  type Mood,
  MOODS,
  type PlaygroundState,
  type Presentation,
  PRESENTATIONS,
  WIDTHS,
} from './PlaygroundState'
import { Segments } from './Segments'
import { Select } from './Select'
import { VERTICALS, type VerticalName } from './VERTICALS'

const NAMES: Record<Presentation | Mood, string> = {
  inline: 'Inline',
  dialog: 'Dialog',
  drawer: 'Drawer',
  tab: 'Tab',
  normal: 'Normal',
  slow: 'Slow',
  down: 'Down',
  expired: 'Expired',
  blocked: 'Blocked',
}

interface ToolbarProps {
  state: PlaygroundState
  onChange: (change: Partial<PlaygroundState>) => void
  onReset: () => void
  onPaste: () => void
}

/** What is around the portal: the business, the place, the language, the page's look, and how the vendor behaves. */
export function Toolbar({ state, onChange, onReset, onPaste }: ToolbarProps): ReactNode {
  const { options, vertical, presentation, theme, direction, width, mood } = state
  return (
    <div className="pg-bar" role="group" aria-label="Around the portal">
      <Select
        label="Vertical"
        value={vertical}
        choices={(Object.keys(VERTICALS) as VerticalName[]).map((name) => ({
          value: name,
          label: VERTICALS[name].label,
        }))}
        onChange={(vertical) => onChange({ vertical })}
      />
      <Select
        label="Shown as"
        value={presentation}
        choices={PRESENTATIONS.map((name) => ({ value: name, label: NAMES[name] }))}
        onChange={(presentation) => onChange({ presentation })}
      />
      <Select<Locale | ''>
        label="Locale"
        value={options.locale ?? ''}
        choices={[
          { value: '', label: 'Unset' },
          ...LOCALES.map((locale) => ({ value: locale, label: locale })),
        ]}
        onChange={(locale) => onChange({ options: { ...options, locale: locale || undefined } })}
      />
      <Select
        label="Theme"
        value={theme}
        choices={[
          { value: '', label: 'Page' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
        onChange={(theme) => onChange({ theme })}
      />
      <Select
        label="Direction"
        value={direction}
        choices={[
          { value: 'ltr', label: 'LTR' },
          { value: 'rtl', label: 'RTL' },
        ]}
        onChange={(direction) => onChange({ direction })}
      />
      <Select
        label="Mood"
        value={mood}
        choices={MOODS.map((name) => ({ value: name, label: NAMES[name] }))}
        onChange={(mood) => onChange({ mood })}
      />
      <Segments
        label="Width of the page"
        // A dialog, a drawer and a tab are as wide as this window lets them.
        disabled={presentation !== 'inline'}
        value={width}
        choices={WIDTHS.map((value) => ({ value, label: String(value) }))}
        onChange={(width) => onChange({ width })}
      />
      <div className="pg-actions">
        <button type="button" className="pg-button" onClick={onReset}>
          Reset
        </button>
        <button type="button" className="pg-button" data-strong="" onClick={onPaste}>
          Paste cURL
        </button>
      </div>
    </div>
  )
}

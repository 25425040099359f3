import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { PlaygroundConfig } from './code/PlaygroundConfig'
import { printArgs } from './code/printArgs'
import { printCurl } from './code/printCurl'
import { printGrant } from './code/printGrant'
import { printJsx } from './code/printJsx'
import { printSdk } from './code/printSdk'
import { changedLines } from './changedLines'

const TABS = [
  { name: 'JSX', print: printJsx },
  { name: 'Grant', print: printGrant },
  { name: 'cURL', print: printCurl },
  { name: 'SDK', print: printSdk },
  { name: 'Storybook args', print: printArgs },
]

/** The configuration as code, in five forms. Lines that have changed are tinted for a moment. */
export function CodePanel({ config }: { config: PlaygroundConfig }): ReactNode {
  const [at, setAt] = useState(0)
  const id = useId()
  const tabs = useRef<HTMLDivElement>(null)
  const { print, name } = TABS[at] ?? TABS[0]!
  const text = print(config).trimEnd()
  // The text before this one, of the same tab: what is new against it is tinted.
  const [shown, setShown] = useState({ name, text, before: text })
  if (shown.name !== name) setShown({ name, text, before: text })
  else if (shown.text !== text) setShown({ name, text, before: shown.text })
  const changed = changedLines(shown.before, text)

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? TABS.length - 1
          : step && (at + step + TABS.length) % TABS.length
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
    tabs.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <section className="pg-code" aria-label="Code">
      <div className="pg-code-bar">
        <div
          className="pg-tabs"
          role="tablist"
          tabIndex={-1}
          aria-label="Form of the code"
          ref={tabs}
          onKeyDown={move}
        >
          {TABS.map((tab, index) => (
            <button
              key={tab.name}
              type="button"
              role="tab"
              id={`${id}-${index}`}
              aria-selected={index === at}
              aria-controls={`${id}-panel`}
              tabIndex={index === at ? 0 : -1}
              onClick={() => setAt(index)}
            >
              {tab.name}
            </button>
          ))}
        </div>
        <CopyButton text={text} key={name} />
      </div>
      <div className="pg-text" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${at}`}>
        {/* It scrolls, so a keyboard user must be able to focus it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre tabIndex={0} aria-label={`${name} code`}>
          <code>
            {text.split('\n').map((line, index, { length }) => (
              // A line that has changed is a new element, so that its tint starts again.
              <span key={`${index} ${line}`} data-changed={changed.has(index) || undefined}>
                {line}
                {index < length - 1 && '\n'}
              </span>
            ))}
          </code>
        </pre>
      </div>
    </section>
  )
}

/** Copies a text, and says so for a second and a half. */
function CopyButton({ text }: { text: string }): ReactNode {
  const [said, setSaid] = useState<{ word: string }>()
  useEffect(() => {
    if (!said) return undefined
    const timer = setTimeout(() => setSaid(undefined), 1500)
    return () => clearTimeout(timer)
  }, [said])
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid({ word: 'Copied' }),
      // The browser or the frame around this page forbids it.
      () => setSaid({ word: 'Not allowed' }),
    )
  return (
    <button type="button" className="pg-button pg-copy" onClick={() => void copy()}>
      <span aria-live="polite">{said?.word ?? 'Copy'}</span>
    </button>
  )
}

import { useMemo, useState } from 'react'
import type { PlaygroundConfig } from './code/PlaygroundConfig'
import type { LivePortalProps } from './LivePortal'
import type { PlaygroundState } from './PlaygroundState'
import { type PlaygroundForm, readForm } from './readForm'
import { serverChanges, type ServerChanges } from './serverChanges'
import { type StateChange, useHashState } from './useHashState'
import { useQuiet } from './useQuiet'
import { VERTICALS } from './VERTICALS'

/** How long a change waits for the next one, in milliseconds. */
const QUIET = 400

const NO_CHANGES: ServerChanges = new Map()

/** What is shown of the portal. */
export interface AppliedPortal
  extends Pick<
    LivePortalProps,
    'input' | 'heading' | 'presentation' | 'vertical' | 'owner' | 'mood' | 'grant'
  > {
  /** Another key is another backend, so that everything begins again. */
  backend: string
}

/** The playground's state and what follows from it. */
export interface PlaygroundModel {
  state: PlaygroundState
  change: (change: StateChange) => void
  form: PlaygroundForm
  /** What the server makes of the form, for the signed-in user. */
  changes: ServerChanges
  /** What the printers print. */
  config: PlaygroundConfig
  /** What the portal shows, which follows the form after a moment of quiet. */
  applied: AppliedPortal
  isWaiting: boolean
}

/** Reads the form, and lets the portal follow once it has been quiet. */
export function usePlayground(): PlaygroundModel {
  const [state, change] = useHashState()
  const form = useMemo(() => readForm(state), [state])
  const { vertical, mood, presentation, heading, theme, direction, width } = state
  const signedIn = VERTICALS[vertical].customer.customer_key
  const changes = useMemo(
    () => (form.grant ? serverChanges(form.input, form.grant, signedIn) : NO_CHANGES),
    [form, signedIn],
  )
  // While a field is not usable, portal and code stay as they were.
  const [usable, setUsable] = useState(form)
  if (form.problems.size === 0 && usable !== form) setUsable(form)
  const { options, input, grant } = usable

  const customer_key = input.customer_data?.customer_key ?? input.customer_key
  // The sample records are those of the customer that is asked for, or of the signed-in user's.
  const owner = grant ? signedIn : (customer_key ?? signedIn)
  const backend = JSON.stringify([vertical, owner, mood, grant])
  const wanted = { input, heading, presentation, vertical, owner, mood, grant, backend }
  // The look is not the portal's. It is here so that the chip says what a new look does.
  const key = JSON.stringify([wanted, theme, direction, width])
  const { value: applied, isWaiting } = useQuiet(wanted, key, QUIET)
  const config = {
    options,
    presentation,
    ...(heading && { heading }),
    ...(customer_key !== undefined && { customer_key }),
    ...(theme && { theme }),
  }
  return { state, change, form, changes, config, applied, isWaiting }
}

import { createDifference } from './createDifference'
import type { Found } from './Found'
import { holdsSecret } from './holdsSecret'
import type { Difference, Pasted } from './Pasted'
import type { PlaygroundConfig } from './PlaygroundConfig'

const PRESENTATIONS: readonly unknown[] = ['inline', 'dialog', 'drawer', 'tab']

/** Reads the props of a component, the args of its story, or the options of a hook: what stays in React, and the rest. */
export function readProps(
  source: Pasted['source'],
  { heading, presentation, 'data-theme': theme, ...fields }: Readonly<Record<string, unknown>>,
  component?: string,
): Found {
  const differences: Difference[] = []
  const usual = component === undefined ? undefined : component === 'PortalFrame' ? 'inline' : 'dialog'
  return {
    source,
    fields,
    ...take('heading', heading, typeof heading === 'string' && !holdsSecret(heading)),
    ...take('presentation', presentation ?? usual, PRESENTATIONS.includes(presentation ?? usual)),
    ...take('theme', theme, theme === 'light' || theme === 'dark'),
    differences,
  }

  function take<Name extends 'heading' | 'presentation' | 'theme'>(
    name: Name,
    value: unknown,
    fits: boolean,
  ): Partial<Pick<PlaygroundConfig, Name>> {
    if (value === undefined) return {}
    differences.push(
      fits
        ? createDifference('kept', name, 'It stays in React and is not sent.')
        : createDifference(
            'dropped',
            name,
            'Its value is computed or is not one of the form’s. Set it in the form.',
          ),
    )
    return fits ? ({ [name]: value } as Pick<PlaygroundConfig, Name>) : {}
  }
}

import { PortalOptions } from '../../src/schemas/index'
import { parseJson } from './code/parseJson'
import { INITIAL_STATE, MOODS, type PlaygroundState, PRESENTATIONS, WIDTHS } from './PlaygroundState'
import { VERTICALS, type VerticalName } from './VERTICALS'

/** Reads what `writeHash` wrote. What is missing or wrong keeps the value of a new page. */
export function readHash(hash: string): PlaygroundState {
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  const one = <Value extends string>(name: string, values: readonly Value[], initial: Value): Value =>
    values.find((value) => value === said.get(name)) ?? initial
  return {
    ...INITIAL_STATE,
    vertical: one('vertical', Object.keys(VERTICALS) as VerticalName[], INITIAL_STATE.vertical),
    presentation: one('presentation', PRESENTATIONS, INITIAL_STATE.presentation),
    theme: one('theme', ['light', 'dark', ''], INITIAL_STATE.theme),
    direction: one('direction', ['ltr', 'rtl'], INITIAL_STATE.direction),
    mood: one('mood', MOODS, INITIAL_STATE.mood),
    width: WIDTHS.find((width) => String(width) === said.get('width')) ?? INITIAL_STATE.width,
    heading: said.get('heading') ?? INITIAL_STATE.heading,
    asUser: said.get('asUser') === 'true',
    grant: said.get('grant') ?? INITIAL_STATE.grant,
    options: optionsOf(said.get('options')),
  }
}

function optionsOf(text: string | null): PortalOptions {
  const fields = Object.entries(parseJson(text ?? '') ?? {})
  // One by one: an address may have been copied while one field was not usable.
  return Object.assign({}, ...fields.map(([name, value]) => PortalOptions.safeParse({ [name]: value }).data))
}

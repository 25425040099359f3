import type { PortalOptions } from '../../../src/schemas/index'
import type { PlaygroundConfig } from './PlaygroundConfig'
import { withoutDefaults } from './withoutDefaults'

/**
 * Gives the options that code has to state. `library`: code that our components or our handler reads; there a frame or
 * a dialog has `is_embedded` by itself. `vendor`: code that calls create_portal, where nothing adds it.
 */
export function statedOptions(
  { options, presentation }: PlaygroundConfig,
  reader: 'library' | 'vendor',
): PortalOptions {
  const { is_embedded: asked, ...others } = withoutDefaults(options)
  const isFramed = presentation !== 'tab'
  const is_embedded = asked ?? isFramed
  const usual = reader === 'library' && isFramed
  return is_embedded === usual ? others : { is_embedded, ...others }
}

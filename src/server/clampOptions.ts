import type { PortalOptions } from '../schemas/PortalOptions'
import { clampFeatures } from './clampFeatures'
import { said } from './said'
import type { PortalGrant } from './PortalGrant'

/**
 * Gives the options that go to the vendor, from what the browser asks for and what the server grants.
 *
 * There are three grades. `features`, `customer_resources_filters` and `read_only` are a ceiling: the browser may
 * only narrow them, and `features` is always said, since the vendor turns on whatever is left out. `locale`,
 * `is_embedded`, `exclude_locale_picker`, `navigation_mode`, `landing_page` and `deep_link` are the browser's unless
 * the grant sets them. `customization_profile_id` is the grant's alone.
 */
export function clampOptions(requested: PortalOptions, grant: Pick<PortalGrant, 'portal'>): PortalOptions {
  const granted = grant.portal ?? {}
  const filters = [
    ...(granted.customer_resources_filters ?? []),
    ...(requested.customer_resources_filters ?? []),
  ]
  return said({
    is_embedded: granted.is_embedded ?? requested.is_embedded,
    deep_link: granted.deep_link ?? requested.deep_link,
    landing_page: granted.landing_page ?? requested.landing_page,
    locale: granted.locale ?? requested.locale,
    navigation_mode: granted.navigation_mode ?? requested.navigation_mode,
    exclude_locale_picker: granted.exclude_locale_picker ?? requested.exclude_locale_picker,
    customization_profile_id: granted.customization_profile_id,
    features: clampFeatures(requested.features ?? {}, granted.features ?? {}),
    customer_resources_filters: filters.length > 0 ? filters : undefined,
    read_only: granted.read_only || (requested.read_only ?? granted.read_only),
  })
}

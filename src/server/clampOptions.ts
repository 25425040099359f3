import type { PortalOptions } from '../schemas/PortalOptions'
import { clampFeatures } from './clampFeatures'
import { omitUndefined } from './omitUndefined'
import type { PortalGrant } from './PortalGrant'

/**
 * Gives the options that are sent to the vendor, from the browser's request and the server's grant.
 *
 * There are three grades. The browser may only narrow `features`, `customer_resources_filters` and `read_only`.
 * `features` is always sent, because the vendor turns on every feature that is left out. The browser chooses `locale`,
 * `is_embedded`, `exclude_locale_picker`, `navigation_mode`, `landing_page` and `deep_link` unless the grant sets them.
 * Only the grant sets `customization_profile_id`.
 */
export function clampOptions(requested: PortalOptions, grant: Pick<PortalGrant, 'portal'>): PortalOptions {
  const granted = grant.portal ?? {}
  const filters = [
    ...(granted.customer_resources_filters ?? []),
    ...(requested.customer_resources_filters ?? []),
  ]
  return omitUndefined({
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

import type { PortalOptions } from '../schemas/PortalOptions'
import type { PortalGrant } from './PortalHandlerOptions'
import type { PortalFeatures } from '../schemas/PortalFeatures'

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

/** Copies an object without the fields that are undefined, so that they are not sent. */
export function omitUndefined<Fields extends object>(fields: Fields): Fields {
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(fields) as (keyof Fields & string)[]) {
    if (fields[name] !== undefined) kept[name] = fields[name]
  }
  return kept as Fields
}

type Part<Name extends keyof PortalFeatures> = NonNullable<PortalFeatures[Name]>
type Events = NonNullable<Part<'manage'>['events']>

/** Narrows the granted features by the requested ones. A restriction on either side wins; a permission needs both sides. */
function clampFeatures(requested: PortalFeatures, granted: PortalFeatures): PortalFeatures {
  return omitUndefined({
    connect: clampConnect(requested.connect ?? {}, granted.connect ?? {}),
    manage: clampManage(requested.manage ?? {}, granted.manage ?? {}),
    manage_devices:
      requested.manage_devices || granted.manage_devices
        ? { exclude: isEither(requested.manage_devices?.exclude, granted.manage_devices?.exclude) }
        : undefined,
    organize: { exclude: isEither(requested.organize?.exclude, granted.organize?.exclude) },
    configure: clampConfigure(requested.configure ?? {}, granted.configure ?? {}),
  })
}

function clampConnect(requested: Part<'connect'>, granted: Part<'connect'>): Part<'connect'> {
  const accepted = intersect(requested.accepted_providers, granted.accepted_providers)
  const excluded = [...(granted.excluded_providers ?? []), ...(requested.excluded_providers ?? [])]
  // Without a common provider the part is excluded: the vendor reads [] and a missing list as "every provider".
  const isEmpty = accepted?.length === 0
  return omitUndefined({
    exclude: isEither(requested.exclude, granted.exclude) || isEmpty,
    accepted_providers: isEmpty ? undefined : accepted,
    excluded_providers: excluded.length > 0 ? [...new Set(excluded)] : undefined,
  })
}

function clampManage(requested: Part<'manage'>, granted: Part<'manage'>): Part<'manage'> {
  const hide = (name: `exclude_${string}` & keyof Part<'manage'>) =>
    requested[name] === undefined && granted[name] === undefined
      ? undefined
      : isEither(requested[name], granted[name])
  return omitUndefined({
    exclude: isEither(requested.exclude, granted.exclude),
    exclude_reservation_management: hide('exclude_reservation_management'),
    exclude_reservation_technical_details: hide('exclude_reservation_technical_details'),
    exclude_staff_management: hide('exclude_staff_management'),
    events: clampEvents(requested.events, granted.events),
    device_management_confirmation:
      granted.device_management_confirmation ?? requested.device_management_confirmation,
  })
}

function clampEvents(requested: Events | undefined, granted: Events | undefined): Events | undefined {
  if (!requested || !granted) return granted ?? requested
  const ceiling = granted.allowed_events ?? []
  const wanted = requested.allowed_events ?? []
  const common = wanted.filter((event) => ceiling.includes(event))
  // The vendor reads an empty list as "every event", so without a common event the grant's list is sent.
  const allowed = ceiling.length === 0 ? requested.allowed_events : common.length > 0 ? common : ceiling
  return omitUndefined({
    allowed_events: allowed,
    default_events: granted.default_events ?? requested.default_events,
  })
}

function clampConfigure(requested: Part<'configure'>, granted: Part<'configure'>): Part<'configure'> {
  const permit = (name: `allow_${string}` & keyof Part<'configure'>) =>
    granted[name] === true && requested[name] !== false
  return {
    exclude: isEither(requested.exclude, granted.exclude),
    allow_access_automation_rule_customization: permit('allow_access_automation_rule_customization'),
    allow_climate_automation_rule_customization: permit('allow_climate_automation_rule_customization'),
    allow_instant_key_customization: permit('allow_instant_key_customization'),
  }
}

function isEither(one: boolean | undefined, other: boolean | undefined): boolean {
  return one === true || other === true
}

function intersect(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): string[] | undefined {
  if (!one || !other) return one || other ? [...(one ?? other ?? [])] : undefined
  return one.filter((name) => other.includes(name))
}

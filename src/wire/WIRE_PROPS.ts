/**
 * The props that go to the vendor, under the vendor's own names. All other props stay in React.
 * `customer_key` is a shorthand: the client sends it as `customer_data.customer_key`.
 */
export const WIRE_PROPS = [
  'is_embedded',
  'deep_link',
  'landing_page',
  'locale',
  'features',
  'navigation_mode',
  'exclude_locale_picker',
  'customization_profile_id',
  'customer_resources_filters',
  'read_only',
  'customer_data',
  'customer_key',
] as const

/**
 * The props that go over the wire under the vendor's own names. Everything else a component takes stays in React.
 * `customer_key` is the one shorthand: the client writes it as `customer_data.customer_key`.
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

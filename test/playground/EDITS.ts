import type { FieldPath } from '../../demo/playground/FieldPath'

/** A profile in the vendor's form. */
export const PROFILE = '00000000-0000-4000-8000-000000000001'

/** What a person does in one row: types, picks from a menu, or presses a switch. */
export interface Edit {
  type?: string
  /** The label of the option. */
  pick?: string
  /** What is typed into the box beside the menu. */
  key?: string
  /** What the vendor then gets. Undefined: nothing under the path of this field. */
  gives?: unknown
}

/** What a person does in the row of each field, and what the vendor then gets. A missing field does not compile. */
export const EDITS: Record<FieldPath | 'heading', Edit> = {
  customer_key: { type: 'hill-house' },
  customer_data: { type: '{ "rooms": [{ "room_key": "204", "name": "Room 204" }] }' },
  heading: { type: 'Doors' },
  is_embedded: { pick: 'No', gives: false },
  navigation_mode: { pick: 'Restricted', gives: 'restricted' },
  read_only: { gives: true },
  'features.connect.exclude': { gives: true },
  'features.connect.accepted_providers': { type: 'nuki, yale', gives: ['nuki', 'yale'] },
  'features.connect.excluded_providers': { type: 'august', gives: ['august'] },
  'features.organize.exclude': { gives: true },
  'features.manage.exclude': { gives: true },
  'features.manage.exclude_reservation_management': { gives: true },
  'features.manage.exclude_reservation_technical_details': { gives: true },
  'features.manage.exclude_staff_management': { gives: true },
  'features.manage.events.allowed_events': { type: 'lock.unlocked', gives: ['lock.unlocked'] },
  'features.manage.events.default_events': { type: 'lock.unlocked', gives: ['lock.unlocked'] },
  'features.manage_devices.exclude': { gives: true },
  'features.configure.exclude': { gives: true },
  'features.configure.allow_access_automation_rule_customization': { gives: true },
  'features.configure.allow_climate_automation_rule_customization': { gives: true },
  'features.configure.allow_instant_key_customization': { gives: true },
  landing_page: { pick: 'Room', key: '305', gives: { manage: { room_key: '305' } } },
  deep_link: {
    pick: 'Device',
    key: 'lock-204',
    gives: { resource_type: 'device', resource_id: 'lock-204' },
  },
  customer_resources_filters: {
    type: 'wing',
    gives: [{ field: 'wing', operation: '=', value: true }],
  },
  locale: { pick: 'de-DE', gives: 'de-DE' },
  exclude_locale_picker: { gives: true },
  customization_profile_id: { type: PROFILE, gives: PROFILE },
  'features.manage.device_management_confirmation.title': { type: 'Add?', gives: 'Add?' },
  'features.manage.device_management_confirmation.body': { type: 'It costs.', gives: 'It costs.' },
  'features.manage.device_management_confirmation.confirm_button_label': { type: 'Add', gives: 'Add' },
  'features.manage.device_management_confirmation.cancel_button_label': { type: 'Stop', gives: 'Stop' },
}

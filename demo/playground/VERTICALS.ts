import type { CustomerData } from '../../src/index'
import type { LandingPage } from '../../src/schemas/index'

/** The name of one kind of record on a landing page: `room_key`. */
export type LandingKey =
  NonNullable<LandingPage['manage']> extends infer Manage
    ? Manage extends unknown
      ? keyof Manage
      : never
    : never

/** A business that the portal can be made for. It is a setting of the vendor's workspace, not a field of a request. */
export interface Vertical {
  label: string
  /** What this business calls its records. Kinds that are missing here keep their usual name. */
  names: Partial<Record<LandingKey, string>>
  /** A customer of this business, with few records: a static portal page has them in its address. */
  customer: CustomerData
}

/** The usual name of each kind of record. */
export const RECORD_NAMES: Record<LandingKey, string> = {
  space_key: 'Space',
  property_key: 'Property',
  room_key: 'Room',
  common_area_key: 'Common area',
  unit_key: 'Unit',
  facility_key: 'Facility',
  building_key: 'Building',
  listing_key: 'Listing',
  property_listing_key: 'Property listing',
  site_key: 'Site',
  reservation_key: 'Reservation',
  booking_key: 'Booking',
  access_grant_key: 'Access grant',
}

const FROM = { starts_at: '2026-03-01T15:00:00Z', ends_at: '2026-03-04T10:00:00Z' }

/** The six businesses of the vendor, each with the names of its records and a sample customer. */
export const VERTICALS = {
  hospitality: {
    label: 'Hospitality',
    names: { room_key: 'Room', common_area_key: 'Common area', booking_key: 'Booking' },
    customer: {
      customer_key: 'harbour-house',
      properties: [{ property_key: 'harbour-house', name: 'Harbour House' }],
      rooms: [
        { room_key: '204', name: 'Room 204' },
        { room_key: '305', name: 'Room 305' },
      ],
      common_areas: [{ common_area_key: 'pool', name: 'Pool' }],
      reservations: [
        {
          reservation_key: 'R-20418',
          name: 'R-20418',
          room_keys: ['204'],
          ...FROM,
          custom_metadata: { wing: 'north' },
        },
        {
          reservation_key: 'R-20431',
          name: 'R-20431',
          room_keys: ['305'],
          ...FROM,
          custom_metadata: { wing: 'south' },
        },
      ],
      staff_members: [{ staff_member_key: 'desk', name: 'Front desk' }],
    },
  },
  short_term_rental: {
    label: 'Short-term rental',
    names: { property_listing_key: 'Property listing', reservation_key: 'Reservation' },
    customer: {
      customer_key: 'shoreline-stays',
      property_listings: [
        { property_listing_key: 'L-11', name: 'Seaview Loft', custom_metadata: { region: 'north' } },
        { property_listing_key: 'L-12', name: 'Garden Studio', custom_metadata: { region: 'south' } },
        { property_listing_key: 'L-13', name: 'Old Mill', custom_metadata: { region: 'north' } },
      ],
      reservations: [
        {
          reservation_key: 'S-701',
          name: 'S-701',
          space_keys: ['L-11'],
          ...FROM,
          custom_metadata: { region: 'north' },
        },
        {
          reservation_key: 'S-702',
          name: 'S-702',
          space_keys: ['L-12'],
          ...FROM,
          custom_metadata: { region: 'south' },
        },
      ],
      staff_members: [{ staff_member_key: 'cleaning', name: 'Cleaning' }],
    },
  },
  multi_family: {
    label: 'Multi-family',
    names: { unit_key: 'Unit', common_area_key: 'Common area', access_grant_key: 'Lease' },
    customer: {
      customer_key: 'elm-court',
      buildings: [{ building_key: 'elm-court', name: 'Elm Court' }],
      units: [
        { unit_key: '1A', name: 'Unit 1A' },
        { unit_key: '2C', name: 'Unit 2C' },
      ],
      common_areas: [{ common_area_key: 'laundry', name: 'Laundry' }],
      access_grants: [
        { access_grant_key: 'lease-1A', name: 'Lease 1A', unit_keys: ['1A'], ...FROM },
        { access_grant_key: 'lease-2C', name: 'Lease 2C', unit_keys: ['2C'], ...FROM },
      ],
      staff_members: [{ staff_member_key: 'caretaker', name: 'Caretaker' }],
    },
  },
  gym_management: {
    label: 'Gym management',
    names: { facility_key: 'Facility', access_grant_key: 'Membership' },
    customer: {
      customer_key: 'ironworks',
      facilities: [
        { facility_key: 'main', name: 'Main gym' },
        { facility_key: 'pool', name: 'Pool hall' },
      ],
      access_grants: [
        { access_grant_key: 'M-3301', name: 'Membership M-3301', facility_keys: ['main'], ...FROM },
        { access_grant_key: 'M-3302', name: 'Membership M-3302', facility_keys: ['main', 'pool'], ...FROM },
      ],
      staff_members: [{ staff_member_key: 'coaches', name: 'Coaches' }],
    },
  },
  property_tours: {
    label: 'Property tours',
    names: { space_key: 'Tour space', booking_key: 'Booking' },
    customer: {
      customer_key: 'open-door-tours',
      spaces: [
        { space_key: 'show-flat', name: 'Show flat' },
        { space_key: 'penthouse', name: 'Penthouse' },
      ],
      bookings: [
        { booking_key: 'T-51', name: 'Tour T-51', space_keys: ['show-flat'], ...FROM },
        { booking_key: 'T-52', name: 'Tour T-52', space_keys: ['penthouse'], ...FROM },
      ],
      staff_members: [{ staff_member_key: 'agents', name: 'Agents' }],
    },
  },
  neutral: {
    label: 'Neutral',
    names: { space_key: 'Space', booking_key: 'Booking' },
    customer: {
      customer_key: 'sample-customer',
      spaces: [
        { space_key: 'one', name: 'Space 1' },
        { space_key: 'two', name: 'Space 2' },
      ],
      bookings: [
        { booking_key: 'B-1', name: 'Booking 1', space_keys: ['one'], ...FROM },
        { booking_key: 'B-2', name: 'Booking 2', space_keys: ['two'], ...FROM },
      ],
      staff_members: [{ staff_member_key: 'staff', name: 'Staff' }],
    },
  },
} satisfies Record<string, Vertical>

/** The name of a vertical, as the vendor's workspace setting has it. */
export type VerticalName = keyof typeof VERTICALS

/** Page script: what was asked for, and what follows from it. */
export const scriptFacts = String.raw`
const LANGUAGES = {
  'en-US': 'English',
  'pt-PT': 'Português',
  'fr-FR': 'Français',
  'it-IT': 'Italiano',
  'es-ES': 'Español',
  'de-DE': 'Deutsch',
  'nl-NL': 'Nederlands',
  'el-GR': 'Ελληνικά',
  'pl-PL': 'Polski',
  'ru-RU': 'Русский',
}

function feature(name) {
  return (options.features || {})[name] || {}
}

function sections() {
  return ['connect', 'organize', 'manage', 'configure'].filter(
    (name) => !feature(name).exclude && !(name === 'manage' && feature('manage_devices').exclude),
  )
}

function tabs() {
  return ['stays', 'places', 'staff', 'events'].filter((name) => {
    if (name === 'stays') return !feature('manage').exclude_reservation_management
    return name !== 'staff' || !feature('manage').exclude_staff_management
  })
}

function providers() {
  const asked = feature('connect')
  const excluded = asked.excluded_providers || []
  return (asked.accepted_providers || Object.keys(PROVIDERS)).filter((key) => excluded.indexOf(key) < 0)
}

function providerName(key) {
  return (
    PROVIDERS[key] ||
    key
      .split('_')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ')
  )
}

// A door for each place, and a further one for each account that is connected here.
function devices() {
  const doors = data.places
    .filter((place) => place.list !== 'sites')
    .map((place) => ({ id: 'lock-' + place.key, name: t('front_door'), place: place.list + ' ' + place.key }))
  Object.keys(state.connected).forEach((key) => {
    if (state.connected[key] === 'new') doors.push({ id: 'lock-' + key, name: t('side_door'), place: '' })
  })
  return doors.map((door) => {
    const place = door.id in state.assigned ? state.assigned[door.id] : door.place
    return Object.assign(door, {
      place: place,
      battery: 40 + (hash(door.id) % 60),
      managed: !!state.managed[door.id],
      locked: state.unlocked[door.id] !== true,
    })
  })
}

function placeOf(id) {
  return data.places.find((place) => place.list + ' ' + place.key === id)
}

function devicesOf(place) {
  return devices().filter((device) => device.place === place.list + ' ' + place.key)
}

function eventTypes() {
  const allowed = (feature('manage').events || {}).allowed_events || []
  return allowed.length ? allowed : EVENTS
}

function eventRows() {
  const types = eventTypes()
  const chosen = types.filter((type) => state.events[type])
  const rows = devices()
    .slice(0, 12)
    .map((device, at) => {
      const place = placeOf(device.place)
      return {
        type: EVENTS[(hash(device.id) + at) % EVENTS.length],
        time: data.made_at - (at * 187 + 12) * 60000,
        name: place ? place.name : device.name,
      }
    })
  return rows.filter((row) => (chosen.length ? chosen : types).indexOf(row.type) >= 0)
}

// The page to open on: a deep link, else a landing page, else the first section.
function firstView() {
  const link = options.deep_link
  if (link && link.resource_type === 'device') {
    const device = devices().find((one) => one.id === link.resource_id)
    if (device) return { view: 'device', id: device.id }
  } else if (link) {
    const found =
      link.resource_type === 'space'
        ? findPlace('spaces', link.resource_key)
        : findStay('reservations', link.resource_key)
    if (found) return found
  }
  const manage = (options.landing_page || {}).manage || {}
  const lists = {
    space_key: 'spaces',
    property_key: 'properties',
    room_key: 'rooms',
    common_area_key: 'common_areas',
    unit_key: 'units',
    facility_key: 'facilities',
    building_key: 'buildings',
    listing_key: 'listings',
    property_listing_key: 'property_listings',
    site_key: 'sites',
    reservation_key: 'reservations',
    booking_key: 'bookings',
    access_grant_key: 'access_grants',
  }
  const field = Object.keys(manage)[0]
  const landing = field && (findPlace(lists[field], manage[field]) || findStay(lists[field], manage[field]))
  return landing || { view: sections()[0] || 'empty', id: '' }
}

function findPlace(list, key) {
  return data.places.some((one) => one.list === list && one.key === key)
    ? { view: 'place', id: list + ' ' + key }
    : null
}

function findStay(list, key) {
  return data.stays.some((one) => one.list === list && one.key === key)
    ? { view: 'stay', id: list + ' ' + key }
    : null
}

function accent(profile) {
  return 'hsl(' + (hash(profile.toLowerCase()) % 360) + ' 55% 28%)'
}
`

/** Page script: what was asked for, and what follows from it. */
export const scriptFacts = String.raw`
var LANGUAGES = { 'en-US': 'English', 'pt-PT': 'Português', 'fr-FR': 'Français', 'it-IT': 'Italiano', 'es-ES': 'Español', 'de-DE': 'Deutsch', 'nl-NL': 'Nederlands', 'el-GR': 'Ελληνικά', 'pl-PL': 'Polski', 'ru-RU': 'Русский' }

function feature(name) {
  return (options.features || {})[name] || {}
}

function sections() {
  return ['connect', 'organize', 'manage', 'configure'].filter(function (name) {
    return !feature(name).exclude && !(name === 'manage' && feature('manage_devices').exclude)
  })
}

function tabs() {
  return ['stays', 'places', 'staff', 'events'].filter(function (name) {
    if (name === 'stays') return !feature('manage').exclude_reservation_management
    return name !== 'staff' || !feature('manage').exclude_staff_management
  })
}

function providers() {
  var asked = feature('connect')
  var excluded = asked.excluded_providers || []
  return (asked.accepted_providers || Object.keys(PROVIDERS)).filter(function (key) { return excluded.indexOf(key) < 0 })
}

function providerName(key) {
  return PROVIDERS[key] || key.split('_').map(function (word) { return word.charAt(0).toUpperCase() + word.slice(1) }).join(' ')
}

// A door for each place, and a further one for each account that is connected here.
function devices() {
  var doors = data.places.filter(function (place) { return place.list !== 'sites' }).map(function (place) {
    return { id: 'lock-' + place.key, name: t('front_door'), place: place.list + ' ' + place.key }
  })
  Object.keys(state.connected).forEach(function (key) {
    if (state.connected[key] === 'new') doors.push({ id: 'lock-' + key, name: t('side_door'), place: '' })
  })
  return doors.map(function (door) {
    var place = door.id in state.assigned ? state.assigned[door.id] : door.place
    return Object.assign(door, { place: place, battery: 40 + (hash(door.id) % 60), managed: !!state.managed[door.id], locked: state.unlocked[door.id] !== true })
  })
}

function placeOf(id) {
  return data.places.find(function (place) { return place.list + ' ' + place.key === id })
}

function devicesOf(place) {
  return devices().filter(function (device) { return device.place === place.list + ' ' + place.key })
}

function eventTypes() {
  var allowed = (feature('manage').events || {}).allowed_events || []
  return allowed.length ? allowed : EVENTS
}

function eventRows() {
  var types = eventTypes()
  var chosen = types.filter(function (type) { return state.events[type] })
  var rows = devices().slice(0, 12).map(function (device, at) {
    var place = placeOf(device.place)
    return { type: EVENTS[(hash(device.id) + at) % EVENTS.length], time: data.made_at - (at * 187 + 12) * 60000, name: place ? place.name : device.name }
  })
  return rows.filter(function (row) { return (chosen.length ? chosen : types).indexOf(row.type) >= 0 })
}

// The page to open on: a deep link, else a landing page, else the first section.
function firstView() {
  var link = options.deep_link
  if (link && link.resource_type === 'device') {
    var device = devices().find(function (one) { return one.id === link.resource_id })
    if (device) return { view: 'device', id: device.id }
  } else if (link) {
    var found = link.resource_type === 'space' ? findPlace('spaces', link.resource_key) : findStay('reservations', link.resource_key)
    if (found) return found
  }
  var manage = (options.landing_page || {}).manage || {}
  var lists = { space_key: 'spaces', property_key: 'properties', room_key: 'rooms', common_area_key: 'common_areas', unit_key: 'units', facility_key: 'facilities', building_key: 'buildings', listing_key: 'listings', property_listing_key: 'property_listings', site_key: 'sites', reservation_key: 'reservations', booking_key: 'bookings', access_grant_key: 'access_grants' }
  var field = Object.keys(manage)[0]
  var landing = field && (findPlace(lists[field], manage[field]) || findStay(lists[field], manage[field]))
  return landing || { view: sections()[0] || 'empty', id: '' }
}

function findPlace(list, key) {
  return data.places.some(function (one) { return one.list === list && one.key === key }) ? { view: 'place', id: list + ' ' + key } : null
}

function findStay(list, key) {
  return data.stays.some(function (one) { return one.list === list && one.key === key }) ? { view: 'stay', id: list + ' ' + key } : null
}

function accent(profile) {
  return 'hsl(' + (hash(profile.toLowerCase()) % 360) + ' 55% 28%)'
}
`

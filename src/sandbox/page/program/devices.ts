import type { PortalPlace } from '../PortalSnapshot'
import type { Page } from './Page'

/** A lock that the page makes up. */
export interface Device {
  id: string
  name: string
  /** The id of its place. Empty: not assigned. */
  place: string
  /** In percent. */
  battery: number
  managed: boolean
  locked: boolean
}

/** Makes up the devices: a door for each place, and one more for each account that the user connects here. */
export function devices({ data, state, t }: Page): Device[] {
  const doors = data.places
    .filter(({ list }) => list !== 'sites')
    .map((place) => ({ id: `lock-${place.key}`, name: t('front_door'), place: idOf(place) }))
  for (const [provider, since] of state.connected) {
    if (since === 'now') doors.push({ id: `lock-${provider}`, name: t('side_door'), place: '' })
  }
  return doors.map((door) => ({
    ...door,
    place: state.assigned.get(door.id) ?? door.place,
    battery: 40 + (hash(door.id) % 60),
    managed: state.managed.has(door.id),
    locked: !state.unlocked.has(door.id),
  }))
}

/** The devices of one place. */
export function devicesOf(page: Page, place: PortalPlace): Device[] {
  return devices(page).filter((device) => device.place === idOf(place))
}

/** The id of a place or a stay. Keys are unique in a list only, so the list is part of it. */
export function idOf({ list, key }: { list: string; key: string }): string {
  return `${list} ${key}`
}

/** Finds a place or a stay by its id. */
export function find<Kind extends { list: string; key: string }>(
  records: readonly Kind[],
  id: string,
): Kind | undefined {
  return records.find((record) => idOf(record) === id)
}

/** A whole number that is the same for the same text, in every browser and on every day. */
export function hash(text: string): number {
  let sum = 7
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) >>> 0
  return sum
}

import { LINE } from '../wire/LINE'
import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'
import { recordProblems } from '../wire/recordProblems'
import { createKeyIndex, type KeyIndex } from './createKeyIndex'
import type { Finding, FindingCode } from './Finding'
import { PUSH_PHASES } from './PUSH_PHASES'

/** Data as it may come from anywhere. */
export type LooseData = Record<string, unknown>

type Row = Record<string, unknown>

const [SITES = [], PLACES = [], PEOPLE = [], STAFF = [], STAYS = []] = PUSH_PHASES

/** The vendor takes a property listing's key under `space_keys`. */
const LISTS_OF_KEYS: readonly [field: string, lists: readonly ResourceList[]][] = [
  ['space_keys', ['spaces', 'property_listings']],
  ['property_keys', ['properties']],
  ['room_keys', ['rooms']],
  ['common_area_keys', ['common_areas']],
  ['unit_keys', ['units']],
  ['facility_keys', ['facilities']],
  ['building_keys', ['buildings']],
  ['listing_keys', ['listings']],
]

/** What only staff can name besides. */
const STAFF_KEYS: typeof LISTS_OF_KEYS = [
  ...LISTS_OF_KEYS,
  ['property_listing_keys', ['property_listings']],
  ['site_keys', ['sites']],
]

const PERSON_FIELDS = PEOPLE.map((list) => [RESOURCE_KEYS[list], list] as const)

/** What a portal's filter can name. */
const FILTERABLE = /^[a-zA-Z_]\w*$/

/**
 * Goes through a customer's data and collects findings. It gives control back after every record, so that whoever
 * drives it can take breaks.
 */
export function* findIn(data: LooseData, findings: Finding[]): Generator<void, void, void> {
  const keys = new Map<ResourceList, KeyIndex<number>>()
  const addresses = createKeyIndex<string>()

  function note(
    row: Place,
    code: FindingCode,
    severity: Finding['severity'],
    field: string,
    [sentence, remedy]: readonly [string, string],
  ): void {
    const { list, index, record } = row
    const key = record[RESOURCE_KEYS[list]]
    const line = (record as { [LINE]?: number })[LINE]
    findings.push({
      code,
      severity,
      list,
      index,
      key: typeof key === 'string' ? key : undefined,
      path: `${list}[${index}]${field && `.${field}`}`,
      sentence,
      remedy,
      ...(line !== undefined && { line }),
    })
  }

  function checkKey(row: Place): void {
    const { list, index, record } = row
    const key = record[RESOURCE_KEYS[list]]
    if (typeof key !== 'string') return
    let known = keys.get(list)
    if (!known) keys.set(list, (known = createKeyIndex()))
    const first = known.get(key)
    if (first === undefined) known.set(key, index)
    else {
      note(row, 'duplicate_key', 'warning', RESOURCE_KEYS[list], [
        `The key "${key}" is also that of ${list}[${first}], so the vendor keeps one record and the later one overwrites it.`,
        'Leave one of the two out, or give each a key of its own.',
      ])
    }
  }

  function checkReferences(row: Place, fields: typeof LISTS_OF_KEYS): void {
    for (const [field, lists] of fields) {
      const named = row.record[field]
      if (!Array.isArray(named)) continue
      for (const key of named) {
        if (typeof key !== 'string' || lists.some((list) => keys.get(list)?.has(key))) continue
        noteUnknown(row, field, key, lists)
      }
    }
  }

  function noteUnknown(row: Place, field: string, key: string, lists: readonly ResourceList[]): void {
    note(row, 'unknown_reference', 'notice', field, [
      `"${key}" is unknown here: nothing in ${lists.join(' or ')} of this data has that key.`,
      'If it was not pushed before, push it too. The vendor says nothing when it is missing, and opens no door.',
    ])
  }

  function checkPeople(row: Place): void {
    let found = 0
    for (const [field, list] of PERSON_FIELDS) {
      const key = row.record[field]
      if (typeof key !== 'string') continue
      found += 1
      if (!keys.get(list)?.has(key)) noteUnknown(row, field, key, [list])
      if (found === 2) {
        note(row, 'two_people', 'warning', field, [
          'This names two people, and the vendor makes access for one of them without saying which.',
          'Name one person in each record, and make a record for the other.',
        ])
      }
    }
  }

  function checkAddress(row: Place): void {
    const given = row.record.email_address
    if (typeof given !== 'string') return
    const address = given.trim().toLowerCase()
    if (address === '') return
    const name = `${row.list} "${String(row.record[RESOURCE_KEYS[row.list]])}"`
    const first = addresses.get(address)
    if (first === undefined) addresses.set(address, name)
    else if (first !== name) {
      note(row, 'shared_email', 'warning', 'email_address', [
        `This e-mail address is also that of ${first}, so the vendor silently passes over the stays of whoever comes second.`,
        'Give each person an address of their own; one made up for the purpose will do.',
      ])
    }
  }

  function checkTimes(row: Place): void {
    const { starts_at, ends_at } = row.record
    if (typeof starts_at !== 'string' || typeof ends_at !== 'string') return
    // Of one length and in UTC, text compares as the times do; the rest is parsed.
    const isPlain = starts_at.length === ends_at.length && starts_at.endsWith('Z') && ends_at.endsWith('Z')
    const isAfter = isPlain ? ends_at > starts_at : !(Date.parse(ends_at) <= Date.parse(starts_at))
    if (isAfter) return
    note(row, 'ends_before_start', 'warning', 'ends_at', [
      'This does not end after it starts, so nobody ever gets access by it.',
      'Check both times, and that both are in UTC.',
    ])
  }

  function checkFacts(row: Place): void {
    const facts = row.record.custom_metadata
    if (facts === null || typeof facts !== 'object') return
    for (const name in facts) {
      if (FILTERABLE.test(name)) continue
      note(row, 'not_filterable', 'notice', `custom_metadata.${name}`, [
        'No portal can be filtered by this fact: a filter takes names of letters, digits and underscores that begin with no digit.',
        'Rename it if portals are to be filtered by it.',
      ])
    }
  }

  function checkRecord(row: Place): void {
    const { list, record } = row
    checkKey(row)
    if (STAYS.includes(list)) {
      checkReferences(row, LISTS_OF_KEYS)
      checkPeople(row)
      checkTimes(row)
    } else if (STAFF.includes(list)) checkReferences(row, STAFF_KEYS)
    else if (PEOPLE.includes(list)) checkAddress(row)
    else if (!SITES.includes(list)) checkSite(row)
    checkFacts(row)
    for (const { path, message } of recordProblems(list, record)) {
      note(row, 'refused_by_vendor', 'error', path.join('.'), [
        `${message}. The vendor refuses the record as it is.`,
        'Mend it where it comes from. A push leaves it out and names it.',
      ])
    }
  }

  function checkSite(row: Place): void {
    const site = row.record.parent_site_key
    if (typeof site === 'string' && !keys.get('sites')?.has(site))
      noteUnknown(row, 'parent_site_key', site, ['sites'])
  }

  for (const list of [...SITES, ...PLACES, ...PEOPLE, ...STAFF, ...STAYS]) {
    const records = data[list]
    if (!Array.isArray(records)) continue
    for (let index = 0; index < records.length; index += 1) {
      const record: unknown = records[index]
      if (record !== null && typeof record === 'object') {
        const row = { list, index, record: record as Row }
        try {
          checkRecord(row)
        } catch {
          note({ ...row, record: {} }, 'unreadable', 'error', '', [
            'Reading this record threw an error, so it cannot be sent.',
            'Give plain data: text, numbers, true and false, lists and objects of these.',
          ])
        }
      }
      yield
    }
  }
}

interface Place {
  list: ResourceList
  index: number
  record: Row
}

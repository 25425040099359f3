import { type LandingKey, VERTICALS, type VerticalName } from './VERTICALS'

/** The keys of the sample customer's records of one kind, to choose from. */
export function recordKeys(vertical: VerticalName, kind: LandingKey): string[] {
  return Object.values(VERTICALS[vertical].customer).flatMap((records) =>
    Array.isArray(records)
      ? (records as Record<string, unknown>[]).flatMap((one) =>
          // A record's own key is its first field. Later ones are keys of other records.
          Object.keys(one)[0] === kind ? [String(one[kind])] : [],
        )
      : [],
  )
}

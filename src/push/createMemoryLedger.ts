import type { Ledger, LedgerEntry, LedgerKey } from './Ledger'

/** Makes a ledger that lives as long as the process, or the page. Keep it and give it to the next push. */
export function createMemoryLedger(): Ledger {
  const owners = new Map<string, Map<string, LedgerEntry>>()
  const recordsOf = ({ workspace, customer_key }: Pick<LedgerKey, 'workspace' | 'customer_key'>) => {
    const owner = JSON.stringify([workspace, customer_key])
    let records = owners.get(owner)
    if (!records) owners.set(owner, (records = new Map()))
    return records
  }
  return {
    get: (keys) => keys.map((key) => recordsOf(key).get(nameOf(key))?.hash),
    set(entries) {
      for (const entry of entries) recordsOf(entry).set(nameOf(entry), { ...entry })
    },
    delete(keys) {
      for (const key of keys) recordsOf(key).delete(nameOf(key))
    },
    entries: (owner) => recordsOf(owner).values(),
  }
}

// No list's name holds a blank.
function nameOf({ list, key }: Pick<LedgerKey, 'list' | 'key'>): string {
  return `${list} ${key}`
}

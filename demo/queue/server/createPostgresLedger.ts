import type { Ledger, LedgerEntry, LedgerKey } from '../../../src/push/index'
import type { Db } from './JobQueue'

/**
 * Makes a ledger of the table `seam_ledger`: one statement for each batch. Any number of processes may use it at once.
 *
 * @example
 * await pushData(client, data, { ledger: createPostgresLedger(pool), workspace: 'production' })
 */
export function createPostgresLedger(db: Db): Ledger {
  return {
    async get(keys) {
      const { rows } = await db.query<{ at: number; hash: string }>(
        `SELECT at::int, hash FROM unnest(${COLUMNS}) WITH ORDINALITY AS wanted (workspace, customer_key, list, record_key, at)
         JOIN seam_ledger USING (workspace, customer_key, list, record_key)`,
        columnsOf(keys),
      )
      const found = new Map(rows.map(({ at, hash }) => [at, hash]))
      return keys.map((_, index) => found.get(index + 1))
    },
    async set(entries) {
      // One statement must not upsert the same key twice. Sorted, because two workers would otherwise wait for each other.
      const last = [...new Map(entries.map((entry) => [nameOf(entry), entry])).entries()].sort(([a], [b]) =>
        a < b ? -1 : 1,
      )
      const sorted = last.map(([, entry]) => entry)
      await db.query(
        `INSERT INTO seam_ledger (workspace, customer_key, list, record_key, hash)
         SELECT * FROM unnest(${COLUMNS}, $5::text[])
         ON CONFLICT (workspace, customer_key, list, record_key) DO UPDATE SET hash = excluded.hash
         WHERE seam_ledger.hash <> excluded.hash`,
        [...columnsOf(sorted), sorted.map(({ hash }) => hash)],
      )
    },
    async delete(keys) {
      await db.query(
        `DELETE FROM seam_ledger USING unnest(${COLUMNS}) AS gone (workspace, customer_key, list, record_key)
         WHERE (seam_ledger.workspace, seam_ledger.customer_key, seam_ledger.list, seam_ledger.record_key)
             = (gone.workspace, gone.customer_key, gone.list, gone.record_key)`,
        columnsOf(keys),
      )
    },
    async *entries({ workspace, customer_key }) {
      // In pages, because one customer may have a million records.
      let after: [string, string] = ['', '']
      for (;;) {
        const { rows } = await db.query<LedgerEntry>(
          `SELECT workspace, customer_key, list, record_key AS key, hash FROM seam_ledger
           WHERE workspace = $1 AND customer_key = $2 AND (list, record_key) > ($3, $4)
           ORDER BY list, record_key LIMIT 5000`,
          [workspace, customer_key, ...after],
        )
        yield* rows
        const last = rows.at(-1)
        if (!last) return
        after = [last.list, last.key]
      }
    },
  }
}

const COLUMNS = '$1::text[], $2::text[], $3::text[], $4::text[]'

function columnsOf(keys: readonly LedgerKey[]): string[][] {
  return [
    keys.map(({ workspace }) => workspace),
    keys.map(({ customer_key }) => customer_key),
    keys.map(({ list }) => list),
    keys.map(({ key }) => key),
  ]
}

function nameOf({ workspace, customer_key, list, key }: LedgerKey): string {
  return JSON.stringify([workspace, customer_key, list, key])
}

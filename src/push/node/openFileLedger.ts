import { appendFile, chmod, readFile, rename, writeFile } from 'node:fs/promises'
import type { Ledger, LedgerEntry, LedgerKey } from '../Ledger'

/** A ledger that is kept in a file. */
export interface FileLedger extends Ledger {
  /** Writes the file anew, without what was overwritten or deleted since. */
  compact: () => Promise<void>
}

const HEAD = JSON.stringify({ ledger: 'react-seam-portal', version: 1 })

/** One line of the file; without a fingerprint the record was forgotten. */
type Line = [
  workspace: string,
  customer_key: string,
  list: LedgerKey['list'],
  key: string,
  hash: string | null,
]

/**
 * Opens a ledger in a file of JSON lines, and makes the file when there is none. What a push keeps is at the end of
 * the file before the push continues. The file holds keys and fingerprints and no records; only its owner may read it.
 * One process may have it open at a time.
 *
 * A line that was cut off when a process died is left out: its records are sent again, which changes nothing.
 *
 * @example
 * const ledger = await openFileLedger('/var/lib/sync/seam.jsonl')
 * await pushData(client, data, { ledger, workspace: 'production' })
 */
export async function openFileLedger(path: string): Promise<FileLedger> {
  const entries = new Map<string, LedgerEntry>()
  const text = await readFile(path, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return ''
    throw thrown
  })
  const [head = '', ...lines] = text.split('\n')
  if (text && head !== HEAD) {
    throw new Error(
      `${path} is no ledger of this version of react-seam-portal, so nothing of it was read and nothing was written. Give another path, or delete the file: then every record is sent once more.`,
    )
  }
  for (const line of lines) apply(entries, readLine(line))

  // One write at a time.
  let writing: Promise<void> = Promise.resolve()
  const write = (work: () => Promise<void>): Promise<void> => {
    const next = writing.then(work)
    writing = next.catch(() => {})
    return next
  }
  const append = (added: readonly Line[]): Promise<void> =>
    write(async () => {
      if (added.length === 0) return
      await appendFile(path, `${added.map((line) => JSON.stringify(line)).join('\n')}\n`)
      for (const line of added) apply(entries, line)
    })
  const compact = (): Promise<void> =>
    write(async () => {
      const kept = [...entries.values()].map((entry) => JSON.stringify(lineOf(entry, entry.hash)))
      await writeFile(`${path}.new`, `${[HEAD, ...kept].join('\n')}\n`, { mode: 0o600 })
      await rename(`${path}.new`, path)
      await chmod(path, 0o600)
    })

  // Begins the file, and drops a line that was cut off: the next one would be glued to it.
  await compact()
  return {
    get: (keys) => keys.map((key) => entries.get(nameOf(key))?.hash),
    set: (added) => append(added.map((entry) => lineOf(entry, entry.hash))),
    delete: (keys) => append(keys.map((key) => lineOf(key, null))),
    *entries({ workspace, customer_key }) {
      for (const entry of entries.values()) {
        if (entry.workspace === workspace && entry.customer_key === customer_key) yield entry
      }
    },
    compact,
  }
}

function apply(entries: Map<string, LedgerEntry>, line: Line | undefined): void {
  if (!line) return
  const [workspace, customer_key, list, key, hash] = line
  const name = nameOf({ workspace, customer_key, list, key })
  if (hash === null) entries.delete(name)
  else entries.set(name, { workspace, customer_key, list, key, hash })
}

function readLine(text: string): Line | undefined {
  try {
    const line = JSON.parse(text) as Line
    return Array.isArray(line) && line.length === 5 ? line : undefined
  } catch {
    return undefined
  }
}

function lineOf({ workspace, customer_key, list, key }: LedgerKey, hash: string | null): Line {
  return [workspace, customer_key, list, key, hash]
}

function nameOf({ workspace, customer_key, list, key }: LedgerKey): string {
  return JSON.stringify([workspace, customer_key, list, key])
}

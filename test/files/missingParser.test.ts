import { expect, it, vi } from 'vitest'
import { readCsv, readNdjson } from '../../src/files/index'

// As Node says it where the package is not installed.
vi.mock('csv-parse/browser/esm', () => {
  throw Object.assign(new Error("Cannot find package 'csv-parse'"), { code: 'ERR_MODULE_NOT_FOUND' })
})

it('readCsv says what to install when csv-parse is missing, and readNdjson does without', async () => {
  const rows = readCsv('Key\n1\n', { list: 'guests', fields: { guest_key: 'Key', name: 'Key' } })
  await expect(rows.next()).rejects.toThrow('npm install csv-parse@7')
  expect((await readNdjson('{"a":1}').next()).value).toEqual({ a: 1 })
})

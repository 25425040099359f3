import { readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { CHECKS } from '../../src/doctor/CHECKS'
import type { Diagnosis } from './diagnose'

const PAGE = 'docs/backend-contract.md'

/** The checks of a proxy: the others are of a page, or are skipped on this machine. */
export const PROXY_CHECKS = CHECKS.filter((id) => !['csp', 'coep', 'referrer', 'https'].includes(id))

const SIGNS = { pass: '✓', warn: 'warn', fail: 'fail', skip: 'skip' }

/** Compares a runtime's row of the matrix with what the doctor found. With UPDATE_MATRIX set it writes the row. */
export function expectMatrixRow(runtime: string, { findings }: Diagnosis): void {
  const row = `| ${runtime} | ${PROXY_CHECKS.map((id) => SIGNS[findings[id]?.status ?? 'skip']).join(' | ')} |`
  const page = readFileSync(PAGE, 'utf8')
  const start = `| ${runtime} |`
  const written = page.split('\n').find((line) => line.startsWith(start))
  if (process.env.UPDATE_MATRIX) {
    writeFileSync(
      PAGE,
      written
        ? page.replace(written, row)
        : page.replace('\n\n<!-- the matrix ends -->', `\n${row}\n\n<!-- the matrix ends -->`),
    )
    return
  }
  expect(written, `Run it once with UPDATE_MATRIX=1 to write ${PAGE}.`).toBe(row)
}

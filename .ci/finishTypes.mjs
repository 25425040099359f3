// Adds `.js` to the relative imports of the emitted types: Node resolves types as it resolves modules, by whole names.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue
  const path = join('dist', name)
  const source = readFileSync(path, 'utf8')
  const finished = source.replace(/(\bfrom |\bimport\()(['"])(\.{1,2}\/[^'"]+?)(?:\.js)?\2/g, '$1$2$3.js$2')
  if (finished !== source) writeFileSync(path, finished)
}

// Adds `.js` to the relative imports of the emitted types, because Node's resolution requires the extension.
// Then copies the types for the CommonJS files.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue
  const path = join('dist', name)
  const source = readFileSync(path, 'utf8')
  writeFileSync(path, withExtension(source, '.js'))
  writeFileSync(path.replace(/\.ts$/, '.cts'), withExtension(source, '.cjs'))
}

function withExtension(source, extension) {
  return source.replace(/(\bfrom |\bimport\()(['"])(\.{1,2}\/[^'"]+?)(?:\.js)?\2/g, `$1$2$3${extension}$2`)
}

import { createHash } from 'node:crypto'

/** Makes a UUID of texts: the same texts give the same one. */
export function uuidOf(...texts: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(texts)).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

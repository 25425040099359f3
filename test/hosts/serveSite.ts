import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { type ServedFetch, serveFetch } from '../support/serveFetch'

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
}

/** Serves the files of a folder on loopback. */
export function serveSite(folder: string): Promise<ServedFetch> {
  return serveFetch(async (request) => {
    const path = normalize(new URL(request.url).pathname)
    const body = await readFile(join(folder, path)).catch(() => undefined)
    if (!body) return new Response(null, { status: 404 })
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    return new Response(new Uint8Array(body), { headers: { 'content-type': type } })
  })
}

import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { type ServedFetch, serveFetch } from './serveFetch'

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves the files of a folder on loopback, below a path such as `/shop/`. Any other path gets a 404. */
export function serveSite(folder: string, base = '/'): Promise<ServedFetch> {
  return serveFetch(async (request) => {
    const path = normalize(new URL(request.url).pathname)
    const file = path.startsWith(base) ? join(folder, path.slice(base.length)) : ''
    const body = await readFile(file).catch(() => undefined)
    if (!body) return new Response(null, { status: 404 })
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    return new Response(new Uint8Array(body), { headers: { 'content-type': type } })
  })
}

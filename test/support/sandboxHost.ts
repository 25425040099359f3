import type { TestProject } from 'vitest/node'
import { createSandbox, portalPageHtml, type Sandbox } from '../../src/sandbox/index'
import { installFolder } from '../../.ci/installFolder.mjs'
import { serveFetch } from './serveFetch'

declare module 'vitest' {
  interface ProvidedContext {
    /** The origin of the sandbox in the browser tests. It is not the tests' own origin. */
    sandboxOrigin: string
  }
}

/**
 * Runs the sandbox of the browser tests on its own port, so that a portal is really a page of another origin.
 * Each test has its own sandbox under `/<id>`. `/<id>/control` calls its methods. Portal pages have no id in their path,
 * so the token finds the sandbox that made them. `/portal.html` is the page for sandboxes in a test's own page.
 */
export default async function sandboxHost(project: TestProject): Promise<() => Promise<void>> {
  installFolder('test/sdk')
  // Only now is there an official client to import.
  const { createPortal } = await import('../sdk/createPortal.mjs')
  const sandboxes = new Map<string, Sandbox>()
  const owners = new Map<string, Sandbox>()
  const { origin, close } = await serveFetch(async (request) => {
    const url = new URL(request.url)
    if (url.pathname === '/portal.html') {
      return new Response(portalPageHtml(), { headers: { 'content-type': 'text/html; charset=utf-8' } })
    }
    if (url.pathname.startsWith('/portals/')) {
      const owner = owners.get(url.search)
      return owner ? owner.fetch(request) : new Response('No sandbox made this portal.', { status: 404 })
    }
    const [, id = '', ...rest] = url.pathname.split('/')
    const sandbox = sandboxes.get(id) ?? createSandbox({ portalOrigin: origin })
    sandboxes.set(id, sandbox)
    if (rest[0] === 'control') return control(sandbox, request)
    if (rest[0] === 'official') return Response.json(await createPortal(`${origin}/${id}`), { headers: CORS })
    const { method, headers, body, signal } = request
    const answer = await sandbox.fetch(
      new Request(new URL(`/${rest.join('/')}`, origin), {
        method,
        headers,
        body,
        signal,
        duplex: 'half',
      } as RequestInit),
    )
    // All sandboxes give their portals the same ids. Only the token in the query is different.
    const [, token] = /\/portals\/[^?"]*(\?[^"]*)"/.exec(await answer.clone().text()) ?? []
    if (token) owners.set(token, sandbox)
    return answer
  })
  project.provide('sandboxOrigin', origin)
  return close
}

const CORS = { 'access-control-allow-origin': '*' }

/** Calls a method of a test's sandbox over HTTP, and answers with what has happened so far. */
async function control(sandbox: Sandbox, request: Request): Promise<Response> {
  const { call, args = [] } = (await request.json()) as { call?: string; args?: never[] }
  const switches: Record<string, (...args: never[]) => void> = {
    fail: sandbox.fail,
    heal: sandbox.heal,
    reset: sandbox.reset,
  }
  if (call) switches[call]?.(...args)
  const { requests, portals, warnings } = sandbox
  return Response.json({ requests, portals, warnings }, { headers: CORS })
}

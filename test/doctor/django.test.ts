import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/sandbox/index'
import { type ServedFetch, serveFetch } from '../support/serveFetch'
import { diagnose } from './diagnose'

const PAGE = readFileSync('docs/backend-contract.md', 'utf8')

/** A Python that has Django, the machine's own first. */
const python = ['/usr/bin/python3', 'python3'].find(
  (path) => spawnSync(path, ['-c', 'import django'], { stdio: 'ignore' }).status === 0,
)

const TOKEN = 'a'.repeat(32)

let folder: string | undefined
let site: ChildProcess | undefined
let vendor: ServedFetch | undefined
let sent: unknown[] = []

afterEach(async () => {
  site?.kill('SIGKILL')
  await vendor?.close()
  if (folder) rmSync(folder, { recursive: true })
})

/** Writes the documented file down, mounts it as its first line says, and starts Django with it. */
async function startDjango(): Promise<string> {
  const route = /```python\n(.*?)```/s.exec(PAGE)?.[1] ?? ''
  const path = /urls\.py: (.+)/.exec(route)?.[1]
  folder = mkdtempSync(join(tmpdir(), 'django-'))
  writeFileSync(join(folder, 'seam.py'), route)
  writeFileSync(
    join(folder, 'urls.py'),
    `from django.urls import path\nimport seam\n\nurlpatterns = [${path}]\n`,
  )
  const sandbox = createSandbox()
  sent = []
  vendor = await serveFetch(async (request) => {
    sent.push(await request.clone().json())
    return sandbox.fetch(request)
  })
  site = spawn(python ?? '', ['test/doctor/django/site.py', folder], {
    env: { PATH: process.env.PATH, SEAM_API_KEY: 'seam_test_sandbox', SEAM_ENDPOINT: vendor.origin },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(site.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return `http://127.0.0.1:${String(port).trim()}`
}

const session = ['--header', `Cookie: sessionid=5f0c7a52; csrftoken=${TOKEN}`]

/** Starts Django and sends it a wish, as a signed-in page does. */
async function ask(wish: object): Promise<Response> {
  return fetch(`${await startDjango()}/api/seam/customers/create_portal`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: `sessionid=5f0c7a52; csrftoken=${TOKEN}`,
      'x-csrftoken': TOKEN,
    },
    body: JSON.stringify(wish),
  })
}

describe('the Django route of docs/backend-contract.md', () => {
  if (!python) {
    it('was NOT RUN: this machine has no Django. Install it: apt-get install python3-django', () => {
      process.stderr.write(
        '\nThe Django route was NOT RUN: there is no Django. apt-get install python3-django\n',
      )
    })
    return
  }

  it('has nothing wrong, by the doctor', async () => {
    const origin = await startDjango()
    const proxy = ['--proxy', `${origin}/api/seam`, ...session, '--header', `X-CSRFToken: ${TOKEN}`]
    const { trouble, findings, exitCode } = await diagnose(proxy)
    expect(trouble).toEqual({})
    expect(exitCode).toBe(0)
    expect(findings['foreign-customer']?.detail).toContain('was replaced')
    expect(findings['foreign-origin']?.detail).toContain('it answers 403')
  })

  it('answers a page without its token with the envelope', async () => {
    const origin = await startDjango()
    const { trouble, findings, exitCode } = await diagnose(['--proxy', `${origin}/api/seam`, ...session])
    expect(trouble).toEqual({ reachable: 'fail' })
    expect(findings.reachable?.fix).toContain('the token against forged requests')
    expect(exitCode).toBe(1)
  })

  it('sends the vendor what it says itself, and of the browser’s wish only what is free', async () => {
    const free = {
      locale: 'de-DE',
      is_embedded: true,
      exclude_locale_picker: true,
      navigation_mode: 'restricted',
      landing_page: { manage: { room_key: 'r1' } },
      deep_link: { resource_type: 'reservation', resource_key: 'R-20418' },
    }
    const answer = await ask({
      ...free,
      features: {},
      read_only: true,
      customer_resources_filters: [{ field: 'region', operation: '=', value: 'north' }],
      customization_profile_id: '00000000-0000-4000-8000-000000000001',
      customer_data: { customer_key: 'hotel_2', reservations: [{ reservation_key: 'r1' }] },
      _dev: true,
    })
    expect(answer.status).toBe(200)
    expect(sent).toEqual([
      {
        ...free,
        customer_data: { customer_key: 'hotel_1' },
        features: { configure: { exclude: true } },
        customer_resources_filters: [],
        read_only: false,
      },
    ])
  })

  it('keeps the vendor’s words about a refusal to itself', async () => {
    const answer = await ask({ locale: 'xx-XX' })
    expect(sent).toHaveLength(1)
    expect([answer.status, await answer.json()]).toEqual([
      502,
      { error: { type: 'vendor_error', message: 'The access service failed.' }, ok: false },
    ])
  })
})

import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import entries from '../../.ci/entries.json' with { type: 'json' }
import manifest from '../../package.json' with { type: 'json' }
import type { PlaygroundConfig } from '../../demo/playground/code/PlaygroundConfig'
import { printArgs } from '../../demo/playground/code/printArgs'
import { printCurl } from '../../demo/playground/code/printCurl'
import { printGrant } from '../../demo/playground/code/printGrant'
import { printJsx } from '../../demo/playground/code/printJsx'
import { printSdk } from '../../demo/playground/code/printSdk'
import { createSandbox } from '../../src/sandbox/index'
import { serveFetch } from '../support/serveFetch'

/** The folder where printed code is compiled. It is inside the repository, so that packages are found. */
const WORK = 'node_modules/.cache/playground'

const AWKWARD = 'It\'s "{count}" `$HOME` ${x} \\ & <b> \r\n 🔑 \u2028 $(id) !'

const CONFIGS: Record<string, PlaygroundConfig> = {
  nothing: { options: {}, presentation: 'inline' },
  frame: {
    options: {
      is_embedded: false,
      locale: 'de-DE',
      deep_link: { resource_type: 'device', resource_id: 'd1' },
      features: { connect: { accepted_providers: ['nuki', 'yale'], excluded_providers: [] } },
      customer_resources_filters: [
        { field: 'region', operation: '=', value: AWKWARD },
        { field: 'vip', operation: '=', value: true },
      ],
    },
    presentation: 'inline',
    heading: AWKWARD,
    theme: 'dark',
    customer_key: 'pine',
  },
  drawer: {
    options: {
      landing_page: { manage: { property_key: 'harbour-house' } },
      navigation_mode: 'restricted',
      read_only: true,
      exclude_locale_picker: true,
      customization_profile_id: '00000000-0000-4000-8000-000000000001',
      features: {
        manage: {
          exclude_staff_management: true,
          events: { allowed_events: ['lock.unlocked'], default_events: [] },
          device_management_confirmation: { title: AWKWARD, body: "Don't" },
        },
        manage_devices: { exclude: true },
        organize: { exclude: true },
        configure: { allow_instant_key_customization: true },
      },
    },
    presentation: 'drawer',
    heading: 'Access',
    theme: 'light',
  },
  tab: {
    options: { is_embedded: true, deep_link: { resource_type: 'reservation', resource_key: AWKWARD } },
    presentation: 'tab',
    customer_key: AWKWARD.trim(),
  },
}

afterAll(() => rmSync(WORK, { recursive: true, force: true }))

describe('printed code', () => {
  it('compiles in each form', () => {
    mkdirSync(WORK, { recursive: true })
    const parts = `import { PortalFrame, PortalLauncher } from '${manifest.name}'\n`
    for (const [name, config] of Object.entries(CONFIGS)) {
      const write = (form: string, code: string) => writeFileSync(join(WORK, `${name}.${form}.tsx`), code)
      write('jsx', `${parts}export const portal = (\n${printJsx(config)}\n)\n`)
      write('args', `${parts}import type { StoryObj } from '@storybook/react-vite'\n${printArgs(config)}`)
      write('grant', printGrant(config))
      write('sdk', printSdk(config))
    }
    // A module that a host has itself.
    writeFileSync(
      join(WORK, 'session.ts'),
      'export declare const userOf: (request: Request) => Promise<{ organizationId: string } | null>\n',
    )
    expect(compile()).toEqual([])
  }, 60_000)

  it('runs: a shell and curl make the portal at the sandbox', async () => {
    const sandbox = createSandbox()
    const bodies: unknown[] = []
    const vendor = await serveFetch(async (request) => {
      bodies.push(await request.clone().json())
      return sandbox.fetch(request)
    })
    try {
      for (const config of Object.values(CONFIGS)) {
        const command = printCurl(config).replace('https://connect.getseam.com', vendor.origin)
        const answer = JSON.parse(await runInShell(command))
        expect(answer).toMatchObject({ ok: true, customer_portal: { url: expect.any(String) } })
      }
    } finally {
      await vendor.close()
    }
    const { nothing, frame, drawer, tab } = CONFIGS
    expect(bodies).toEqual([
      { ...nothing?.options, is_embedded: true, customer_data: { customer_key: 'your-customer-key' } },
      { ...frame?.options, is_embedded: undefined, customer_data: { customer_key: 'pine' } },
      { ...drawer?.options, is_embedded: true, customer_data: { customer_key: 'your-customer-key' } },
      { ...tab?.options, customer_data: { customer_key: AWKWARD.trim() } },
    ])
  }, 30_000)

  it('is an element of the component that shows the portal', () => {
    expect(printJsx({ options: {}, presentation: 'inline' })).toBe('<PortalFrame />')
    // In a quoted attribute the first is an entity, and the second would end it.
    expect(printJsx({ options: {}, presentation: 'inline', heading: '&amp;' })).toBe(
      "<PortalFrame heading={'&amp;'} />",
    )
    expect(printJsx({ options: {}, presentation: 'inline', heading: 'a"b' })).toBe(
      `<PortalFrame heading={'a"b'} />`,
    )
    expect(printJsx({ options: { read_only: true }, presentation: 'dialog', heading: 'Access' })).toBe(
      '<PortalLauncher heading="Access" read_only />',
    )
    expect(
      printJsx({
        options: { locale: 'de-DE', features: { manage: { exclude_staff_management: true } } },
        presentation: 'drawer',
        theme: 'dark',
      }),
    ).toBe(`<div data-theme="dark">
  <PortalLauncher
    presentation="drawer"
    locale="de-DE"
    features={{ manage: { exclude_staff_management: true } }}
  />
</div>`)
  })

  it('states is_embedded where its reader would do otherwise', () => {
    expect(states(printJsx)).toEqual([false, false, true, false, true, false])
    expect(states(printGrant)).toEqual([false, false, true, false, true, false])
    expect(states(printCurl)).toEqual([true, true, false, false, true, false])
  })

  it('says in the grant what must be on the server', () => {
    const { frame, drawer } = CONFIGS
    const grant = printGrant({ presentation: 'inline', options: { ...frame?.options, ...drawer?.options } })
    const [strict = '', free = ''] = grant.split('// May be here or in the JSX.')
    const reasons = strict.split('// Must be on the server').map((part) => /^ {6,8}(\w+):/m.exec(part)?.[1])
    expect(reasons.slice(1)).toEqual([
      'customer_key',
      'features',
      'customization_profile_id',
      'customer_resources_filters',
      'read_only',
    ])
    expect([...free.matchAll(/^ {8}(\w+):/gm)].map(([, name]) => name)).toEqual([
      'is_embedded',
      'deep_link',
      'landing_page',
      'locale',
      'navigation_mode',
      'exclude_locale_picker',
    ])
  })

  it('never has records or fields that create_portal does not know', () => {
    const options = { read_only: true, customer_data: { customer_key: 'x', rooms: [] }, _dev: true }
    for (const print of [printJsx, printGrant, printCurl, printSdk, printArgs]) {
      expect(print({ options, presentation: 'inline' })).not.toMatch(/rooms|_dev/)
    }
  })
})

/** Whether code states `is_embedded`, for a frame and a tab, when it is not chosen, true and false. */
function states(print: (config: PlaygroundConfig) => string): boolean[] {
  return (['inline', 'tab'] as const).flatMap((presentation) =>
    [undefined, true, false].map((is_embedded) =>
      print({ options: { ...(is_embedded !== undefined && { is_embedded }) }, presentation }).includes(
        'is_embedded',
      ),
    ),
  )
}

function compile(): string[] {
  const up = '../../..'
  const paths = Object.fromEntries(
    Object.entries(entries)
      .filter(([name]) => !name.endsWith('.css'))
      .map(([name, source]) => [`${manifest.name}${name.slice(1)}`, [`${up}/${source}`]]),
  )
  // The official client asks for a newer Node, so it is installed apart.
  paths['@seamapi/http'] = [`${up}/test/sdk/node_modules/@seamapi/http`]
  const tsconfig = { extends: `${up}/tsconfig.json`, compilerOptions: { paths }, include: ['*'] }
  writeFileSync(join(WORK, 'tsconfig.json'), JSON.stringify(tsconfig))
  const { stdout } = spawnSync('npx', ['tsc', '-p', WORK, '--pretty', 'false'], { encoding: 'utf8' })
  return stdout.split('\n').filter(Boolean)
}

async function runInShell(command: string): Promise<string> {
  const shell = spawn('sh', ['-c', command], {
    env: { ...process.env, SEAM_API_KEY: 'seam_test_sandbox' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return text(shell.stdout)
}

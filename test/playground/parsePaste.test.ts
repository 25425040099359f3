import { describe, expect, it } from 'vitest'
import { parsePaste } from '../../demo/playground/code/parsePaste'

const VENDOR = 'https://connect.getseam.com/customers/create_portal'

/** As the vendor's console prints it: each flag, the older name of a feature, an empty row, a stray `>`. */
const CONSOLE = `curl -X POST \\
  ${VENDOR}> \\
  -H "Authorization: Bearer $SEAM_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{
  "is_embedded": true,
  "features": {
    "connect": { "exclude": false },
    "organize": { "exclude": true },
    "manage_devices": { "exclude": true },
    "configure": {
      "exclude": false,
      "allow_access_automation_rule_customization": true,
      "allow_instant_key_customization": false
    }
  },
  "customer_data": {
    "customer_key": "sample_customer_key",
    "spaces": [{ "name": "", "space_key": "" }],
    "property_listings": [{ "name": "Property 1", "property_listing_key": "property_1_id" }]
  }
}'`

const FROM_CONSOLE = {
  is_embedded: true,
  features: {
    manage: { exclude: true },
    organize: { exclude: true },
    configure: { allow_access_automation_rule_customization: true },
  },
}

/** Differences of one kind, as lines. */
function linesOf(text: string, kind: string): string[] {
  return parsePaste(text)
    .differences.filter((one) => one.kind === kind)
    .map(({ from, field }) => (kind === 'translated' ? `${from} → ${field}` : field))
}

describe('the cURL of the vendor’s console', () => {
  it('becomes clean options', () => {
    expect(parsePaste(CONSOLE)).toMatchObject({
      source: 'curl',
      options: FROM_CONSOLE,
      customer_key: 'sample_customer_key',
    })
    expect(parsePaste(CONSOLE).options).toEqual(FROM_CONSOLE)
    expect(parsePaste(CONSOLE).problem).toBeUndefined()
    expect(linesOf(CONSOLE, 'translated')).toEqual(['features.manage_devices → features.manage'])
    expect(linesOf(CONSOLE, 'dropped')).toEqual(['customer_data.spaces', 'customer_data.property_listings'])
    expect(parsePaste(CONSOLE).differences[0]?.sentence).toContain('empty row')
  })

  it.each([
    ['Windows line ends', CONSOLE.replaceAll('\n', '\r\n')],
    ['a fence around it', `\`\`\`bash\n${CONSOLE}\n\`\`\``],
    ['a prompt before it', `$ ${CONSOLE}`],
    ['a variable before it', `export SEAM_API_KEY=x\n${CONSOLE}`],
    ['a program after it', `${CONSOLE} | jq '.customer_portal.url'`],
    ['the backslashes of its lines lost', CONSOLE.replaceAll(' \\\n', '\n')],
    ['spaces behind the backslashes', CONSOLE.replaceAll('\\\n', '\\  \n')],
    ['all on one line', CONSOLE.replaceAll('\n', ' ')],
    ['a byte order mark', `\uFEFF${CONSOLE}`],
  ])('reads the same with %s', (_, text) => {
    expect(parsePaste(text).options).toEqual(FROM_CONSOLE)
  })
})

describe('a cURL', () => {
  it.each([
    ['a body at the end of the option', `curl -XPOST ${VENDOR} -d'{"read_only":true}'`],
    ['several short options in one', `curl -sSXPOST ${VENDOR} --data-raw '{"read_only":true}'`],
    ['a comma too many', `curl ${VENDOR} -d '{"read_only":true,}'`],
    ['a body on its input', `curl ${VENDOR} -d @- <<JSON\n{"read_only": true}\nJSON`],
    ['the stray mark inside of quotes', `curl '${VENDOR}>' -d '{"read_only":true}'`],
    ['double quotes', `curl "${VENDOR}" --json "{\\"read_only\\": true}"`],
    ['the prompt of Windows', `curl "${VENDOR}" ^\r\n  -d "{\\"read_only\\":true}"`],
    [
      'a copy from a browser on Windows',
      `curl ^"${VENDOR}^" ^\r\n --data-raw ^"^{^\\^"read_only^\\^":true^}^"`,
    ],
  ])('is read with %s', (_, text) => {
    expect(parsePaste(text)).toMatchObject({ source: 'curl', options: { read_only: true } })
    expect(parsePaste(text).differences.map(({ kind }) => kind)).toEqual(['kept'])
  })

  it.each([
    [`'{"customer_key": "x"'\\''y"}'`, "x'y"],
    [`$'{"customer_key": "x\\'\\u0079\\x7a\\\\u0021"}'`, "x'yz!"],
    [`"{\\"customer_key\\": \\"x\\$y\\"}"`, 'x$y'],
    [`{\\"customer_key\\":\\"x\\"}`, 'x'],
  ])('keeps the characters that its quotes protect: %s', (body, customer_key) => {
    expect(parsePaste(`curl ${VENDOR} -d ${body.replace('"x"\'', '"x\'')}`).customer_key).toBe(customer_key)
  })

  it('is read as it is meant when an apostrophe breaks its quotes', () => {
    const text = `curl ${VENDOR} -H 'Authorization: Bearer \${SEAM_API_KEY}' -d '{"customer_key":"a","features":{"manage":{"device_management_confirmation":{"title":"Joe's locks"}}}}'`
    const { options, differences } = parsePaste(text)
    expect(options.features?.manage?.device_management_confirmation).toEqual({ title: "Joe's locks" })
    expect(differences[0]).toMatchObject({ kind: 'translated', field: '--data' })
  })

  it('to another host is read with a warning', () => {
    const text = `curl https://api.example.com/customers/create_portal -d '{"read_only":true}'`
    expect(parsePaste(text).options).toEqual({ read_only: true })
    expect(parsePaste(text).differences[0]).toMatchObject({
      kind: 'dropped',
      field: 'host',
      from: 'api.example.com',
      sentence: expect.stringContaining('no other host'),
    })
  })

  it('with options in its query is told where they belong', () => {
    expect(linesOf(`curl '${VENDOR}?read_only=true' -d '{}'`, 'dropped')).toEqual(['query'])
  })

  it('without a body is the default portal', () => {
    expect(parsePaste(`curl -X POST ${VENDOR}`)).toEqual({ source: 'curl', options: {}, differences: [] })
  })
})

describe('code', () => {
  it('is read from an element, with what stays in React', () => {
    const text = `
      import { PortalLauncher } from 'react-seam-portal'
      const options = { read_only: true } as const
      export function Access({ user }: Props) {
        return (
          <div data-theme="dark">
            <PortalLauncher {...options} {...rest} isEmbedded={false} presentation="drawer" heading="Locks &amp; doors"
              customer_key={'pine'} locale={user.locale} onError={() => report()} exclude_locale_picker
              landing_page={{ manage: { property_key: 'a', room_key: 'b' } }}
              features={{ connect: { accepted_providers: ['nuki', 7] }, organise: { exclude: true } }} />
          </div>
        )
      }`
    expect(parsePaste(text)).toMatchObject({
      source: 'jsx',
      presentation: 'drawer',
      heading: 'Locks & doors',
      theme: 'dark',
      customer_key: 'pine',
    })
    expect(parsePaste(text).options).toEqual({
      is_embedded: false,
      landing_page: { manage: { property_key: 'a' } },
      features: { connect: { accepted_providers: ['nuki'] } },
      exclude_locale_picker: true,
      read_only: true,
    })
    expect(linesOf(text, 'dropped')).toEqual([
      '…rest',
      'locale',
      'onError',
      'features.connect.accepted_providers[1]',
      'features.organise',
    ])
    expect(linesOf(text, 'translated')).toEqual([
      'isEmbedded → is_embedded',
      '{"property_key":"a","room_key":"b"} → landing_page.manage',
    ])
  })

  it.each([
    ['jsx', '<PortalFrame read_only />', { presentation: 'inline' }],
    ['jsx', '<PortalLauncher read_only>Manage access</PortalLauncher>', { presentation: 'dialog' }],
    [
      'jsx',
      '<PortalDialog.Root presentation="drawer" read_only><A /></PortalDialog.Root>',
      { presentation: 'drawer' },
    ],
    ['jsx', 'const { link } = usePortal({ read_only: true })', {}],
    ['jsx', "open({ read_only: true, presentation: 'tab' })", { presentation: 'tab' }],
    ['sdk', 'const portal = await seam.customers.createPortal({ read_only: true })', {}],
    ['sdk', 'const body = { read_only: !0 }\nseam.customers.createPortal(body)', {}],
    ['sdk', 'seam.customers.create_portal(read_only=True, locale=None)', {}],
    ['json', '{ "read_only": true }', {}],
    ['json', '{ read_only: true, /* all */ }', {}],
    ['json', 'read_only: true, locale: undefined', {}],
    ['json', 'await fetch(url, { body: JSON.stringify({ read_only: true }) })', {}],
    ['grant', '{ "customer_key": "pine", "portal": { "read_only": true } }', { customer_key: 'pine' }],
    ['grant', 'return { customer_key: user.id, portal: { read_only: true } satisfies PortalOptions }', {}],
    ['args', "args: { heading: 'Access', read_only: true }", { heading: 'Access' }],
  ])('of the kind %s is read: %s', (source, text, found) => {
    expect(parsePaste(text)).toMatchObject({ source, options: { read_only: true }, ...found })
  })

  it('has the fields that the vendor renamed under their new names', () => {
    const text = `seam.customers.createPortal({ locale: 'pt', property_listing_filter: { region: 'europe', vip: true, n: 5 } })`
    expect(parsePaste(text).options).toEqual({
      locale: 'pt-PT',
      customer_resources_filters: [
        { field: 'region', operation: '=', value: 'europe' },
        { field: 'vip', operation: '=', value: true },
      ],
    })
    expect(linesOf(text, 'translated')).toEqual([
      'property_listing_filter → customer_resources_filters',
      'pt → locale',
    ])
    expect(linesOf(text, 'dropped')).toEqual(['customer_resources_filters[2]'])
  })

  it('hides what either name of a feature hides', () => {
    expect(
      parsePaste('{"features":{"manage":{"exclude":false},"manage_devices":{"exclude":true}}}').options,
    ).toEqual({
      features: { manage: { exclude: true } },
    })
  })

  it('drops a list of which nothing is valid, because an empty one means everything', () => {
    expect(
      parsePaste('{"read_only":true,"features":{"connect":{"accepted_providers":[7]}}}').options,
    ).toEqual({
      read_only: true,
    })
  })

  it('is the first of several portals', () => {
    const { options, differences } = parsePaste(
      '<><PortalFrame read_only /><PortalFrame locale="fr-FR" /></>',
    )
    expect(options).toEqual({ read_only: true })
    expect(differences.map(({ field }) => field)).toContain('other portals')
  })

  it('is never run', () => {
    parsePaste('<PortalFrame read_only={(globalThis.wasRun = true)} />')
    parsePaste('usePortal({ locale: (() => { globalThis.wasRun = true })() })')
    expect(globalThis).not.toHaveProperty('wasRun')
  })
})

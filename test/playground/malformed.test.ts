import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskSecrets } from '../../demo/playground/code/maskSecrets'
import { parsePaste } from '../../demo/playground/code/parsePaste'
import { anyText } from './arbitraryOf'

const VENDOR = 'https://connect.getseam.com/customers/create_portal'

/** Secrets in each form, beginning with one that JSON and JavaScript decode. */
const SECRETS = [
  '\\u0073eam_test_abcdef',
  'seam_at1_workspace',
  'seam_cst1abc',
  'seam_pk1abc',
  'seam_live_abc',
]

describe('text that cannot be read', () => {
  it.each([
    ['half an element', '<PortalFrame locale="de-DE"', 'Line 1 has a mistake'],
    ['half an object', '{"locale": "de-DE",\n "features": {', 'Line 2 has a mistake'],
    ['a body in a file', `curl ${VENDOR} --data @body.json`, 'The body is in a file'],
    ['a quote without an end', `curl ${VENDOR} -d '{"read_only": true`, 'A quote in the command has no end'],
    ['a body that is no JSON', `curl ${VENDOR} -d 'read_only=true'`, 'no JSON object'],
    ['a command without anything', 'curl -v', 'no address and no body'],
    ['another call', `curl ${VENDOR.replace('create_portal', 'push_data')} -d '{}'`, 'a call of `push_data`'],
    ['a list', '[{"read_only":true}]', 'no object'],
    ['a number', '5', 'no object'],
    ['prose', 'How do I embed this?', 'There is no portal in this text'],
    ['code without a portal', 'createPortal(<div />, document.body)', 'There is no portal in this text'],
    ['nothing', ' \n', 'The text is empty'],
    ['fields of something else', '{"name":"x"}', 'Nothing in this text fits the form'],
    ['a megabyte', `{"a":"${'x'.repeat(1_000_000)}"}`, 'The longest that is read has 200000'],
    [
      'JSON without an end to its depth',
      `${'{"features":'.repeat(15_000)}1${'}'.repeat(15_000)}`,
      'too deeply',
    ],
    ['brackets without an end', '['.repeat(150_000), 'Line 1'],
    ['elements without an end', '<a>'.repeat(60_000), 'Line 1'],
  ])('%s gets a sentence, and the form keeps what it has', (_, text, problem) => {
    const pasted = parsePaste(text)
    expect(pasted.problem).toContain(problem)
    expect(pasted.options).toEqual({})
  })

  it('is never an exception', () => {
    const pieces = fc.constantFrom(
      'curl ',
      '-d ',
      VENDOR,
      '<PortalFrame ',
      '{"features":',
      '/>',
      '@x',
      '^\r\n',
      '\\\n',
    )
    const texts = fc.array(fc.oneof(pieces, anyText), { maxLength: 8 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const { problem, options } = parsePaste(text)
        if (problem !== undefined) expect(options).toEqual({})
      }),
      { numRuns: 500 },
    )
  })

  it('takes no time for constants that are made of constants', () => {
    const names = Array.from({ length: 30 }, (_, index) => `c${index}`)
    const lines = names.map(
      (name, index) => `const ${name} = { a: ${names[index - 1] ?? 1}, b: ${names[index - 1] ?? 1} }`,
    )
    const pasted = parsePaste(
      `${lines.join('\n')}\nusePortal({ read_only: true, features: c29, locale: self })\nconst self = self`,
    )
    expect(pasted.options).toEqual({ read_only: true })
  })

  it('lists a bounded number of fields', () => {
    const fields = Array.from({ length: 5000 }, (_, index) => `"field${index}":1`).join(',')
    const { differences } = parsePaste(`{"read_only":true,${fields}}`)
    expect(differences).toHaveLength(201)
    expect(differences.at(-1)?.sentence).toBe('4801 more fields are not listed.')
  })
})

describe('a key or a token', () => {
  it.each([
    (secret: string) =>
      `curl ${VENDOR} -H "Authorization: Bearer ${secret}" -d '{"read_only":true,"x":"${secret}"}'`,
    (secret: string) => `curl https://${secret}.example/create_portal -d '{"customer_key":"${secret}"}'`,
    (secret: string) =>
      `<PortalFrame heading={"${secret}"} customer_key={"${secret}"} read_only={"${secret}"} />`,
    (secret: string) =>
      `new Seam({ apiKey: '${secret}' }).customers.createPortal({ "${secret}": 1, locale: '${secret}' })`,
    (secret: string) => `{"features":{"connect":{"accepted_providers":["nuki","${secret}"]},"${secret}":{}}}`,
    (secret: string) =>
      `{"deep_link":{"resource_type":"space","resource_key":"a ${secret}"},"${secret}":["${secret}"]}`,
    (secret: string) =>
      `{"portal":{"customer_resources_filters":[{"field":"a","operation":"=","value":"${secret}"}]},"allow":"${secret}"}`,
    (secret: string) => `{"read_only": "${secret}", <`,
  ])('is in nothing that comes out (%#)', (write) => {
    for (const secret of SECRETS) {
      const result = JSON.stringify(parsePaste(write(secret)))
      expect(result).not.toContain(secret.replace('\\u0073', 's'))
      expect(result).not.toMatch(/seam_(test|at|cst|pk|live)/)
    }
  })

  it.each([(text: string) => text, maskSecrets])('is named as left out, without being repeated', (mask) => {
    const text = `curl ${VENDOR} -H "Authorization: Bearer seam_test2bMS" -d '{"locale":"de-DE"}'`
    const { options, differences } = parsePaste(mask(text))
    expect(options).toEqual({ locale: 'de-DE' })
    expect(differences).toContainEqual(expect.objectContaining({ kind: 'dropped', field: 'credentials' }))
  })

  it('is no name of a variable', () => {
    const { differences } = parsePaste(
      `curl ${VENDOR} -H "Authorization: Bearer $SEAM_API_KEY" -d '{"locale":"de-DE"}'`,
    )
    expect(differences.map(({ field }) => field)).toEqual(['locale'])
  })
})

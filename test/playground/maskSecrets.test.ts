import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskSecrets } from '../../demo/playground/code/maskSecrets'

describe('maskSecrets', () => {
  it.each([
    ['seam_test2bMS_94SrGUXuNR2JmJkjtvBQDg5c', 'seam_••••'],
    ['seam_7sdGxUXuNR2', 'seam_••••'],
    ['seam_live_secret', 'seam_••••'],
    ['"seam_at1_abc-DEF"', '"seam_••••"'],
    ['{"a":"\\nseam_abc"}', '{"a":"\\nseam_••••"}'],
    ['seam_cst126DAjfor_2kxn8Q', 'seam_••••'],
    ['seam_pk1ABC_def', 'seam_••••'],
    ['x%3Dseam_cst126DAjfor', 'x%3Dseam_••••'],
    ['-H "Authorization: Bearer abcdef123456"', '-H "Authorization: Bearer ••••"'],
    ["authorization: 'Bearer seam_apikey1_token'", "authorization: 'Bearer ••••'"],
    ['"Authorization":"Basic c2VhbTo="', '"Authorization":"Basic ••••"'],
    ['Authorization: abcdef123456', 'Authorization: ••••'],
    ['`bearer eyJhbGciOi.eyJzdWIi.sig`', '`bearer ••••`'],
    ['eyJhbGciOi.eyJzdWIi.sig-nature', '••••'],
    ['https://partner-ui.seam.vc/portals/1-2?token=abc&x=1', 'https://partner-ui.seam.vc/portals/1-2?••••'],
    ['?a=1&token=abc&b=2', '?a=1&token=••••&b=2'],
    ['"https:\\/\\/se.am\\/AbCd12"', '"https:\\/\\/se.am\\/••••"'],
    ['{"token": "abc123"}', '{"token": "••••"}'],
    ['access_token=abc123', 'access_token=••••'],
    ['_seam_4xAbCd12', '_seam_••••'],
    ['$seam_4xAbCd12', '$seam_••••'],
    ['see https://se.am/1234', 'see https://se.am/••••'],
  ])('hides the secret in %s, and the rest stays', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked)
  })

  it.each([
    '-H "Authorization: Bearer $SEAM_API_KEY"',
    "-H 'Authorization: Bearer ${SEAM_API_KEY}'",
    'headers: { Authorization: `Bearer ${process.env.SEAM_API_KEY}` }',
    '"accepted_providers": ["seam_bridge", "seam_relay_admin"]',
    "import { PortalFrame } from 'react-seam-portal'",
    'seam.customers.createPortal({ read_only: true })',
    'seam_relay_ad',
    'const $seam_client = react_seam_portal',
    'token = await readToken()',
    '',
  ])('leaves %s as it is', (text) => {
    expect(maskSecrets(text)).toBe(text)
  })

  it('changes nothing the second time', () => {
    const pieces = [
      'seam_',
      'test',
      'cst',
      'Bearer ',
      'authorization: ',
      'eyJ',
      '.',
      'token=',
      'se.am/',
      '/portals/',
      '?',
      'ab12cd34',
      '"',
      ' ',
      '-',
    ]
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        expect(maskSecrets(maskSecrets(text))).toBe(maskSecrets(text))
      }),
      { numRuns: 1000 },
    )
  })
})

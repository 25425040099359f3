import { describe, expect, it } from 'vitest'
import { shortReference } from '../../src/components/FailureDetails'

describe('shortReference', () => {
  it.each([
    ['0b9d6bcd-bbfd-4b2d-9b5d-ab8d7f3k92qd', '7F3K-92QD'],
    ['req_01j8zq4m7f3k92qd', '7F3K-92QD'],
    ['7F3K-92QD', '7F3K-92QD'],
  ])('shortens %s to its last eight characters, in two groups', (id, short) => {
    expect(shortReference(id)).toBe(short)
  })

  it.each(['req-7F3K', '42', 'vendor_error', 'portal_unreachable'])('does not change %s', (id) => {
    expect(shortReference(id)).toBe(id)
  })

  it('gives different results for ids that begin with the same time', () => {
    const [one, other] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8f1c']
    expect(shortReference(one)).not.toBe(shortReference(other))
  })
})

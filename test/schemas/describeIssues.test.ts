import { describe, expect, it } from 'vitest'
import {
  CreatePortalRequest,
  describeIssues,
  PushDataRequest,
  toValidationErrors,
} from '../../src/schemas/index'

function issuesOf(body: unknown) {
  return PushDataRequest.safeParse(body).error?.issues ?? []
}

describe('describeIssues', () => {
  it('has an empty path for a body that is not an object', () => {
    expect(describeIssues(issuesOf([]), [])).toEqual([
      { path: '', message: 'Expected object, received array' },
    ])
  })

  it('never contains a value of the body', () => {
    const body = {
      customer_key: 'harbour',
      reservations: [{ reservation_key: '1', starts_at: 'door code 4711' }],
    }
    expect(JSON.stringify(describeIssues(issuesOf(body), body))).not.toContain('4711')
  })
})

describe('toValidationErrors', () => {
  it('is a tree with the shape of the body, as in the vendor’s answers', () => {
    const body = { reservations: [{ reservation_key: '1' }, { reservation_key: 2, ends_at: 'soon' }] }
    expect(JSON.parse(JSON.stringify(toValidationErrors(issuesOf(body), body)))).toEqual({
      _errors: [],
      customer_key: { _errors: ['Required'] },
      reservations: {
        _errors: [],
        1: {
          _errors: [],
          reservation_key: { _errors: ['Expected string, received number'] },
          ends_at: { _errors: ['Expected a date and time such as 2026-03-01T15:00:00Z'] },
        },
      },
    })
  })

  it('describes a body that is not an object at the root', () => {
    expect(toValidationErrors(issuesOf('text'), 'text')._errors).toEqual(['Expected object, received string'])
  })

  it('handles fields called _errors and constructor', () => {
    const body = {
      customer_data: {
        customer_key: '1',
        reservations: [{ reservation_key: '1', custom_metadata: { _errors: 5, constructor: 5 } }],
      },
    }
    const { issues = [] } = CreatePortalRequest.safeParse(body).error ?? {}
    const tree = toValidationErrors(issues, body)
    expect(JSON.stringify(tree)).toContain('"constructor":{"_errors":["Expected string or boolean"]}')
    expect(JSON.stringify(tree)).toContain('"custom_metadata":{"_errors":["Expected string or boolean"]')
  })
})

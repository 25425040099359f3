import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/sandbox/index'
import { callSandbox } from '../support/callSandbox'

const CREATE = '/customers/create_portal'
const PUSH = '/customers/push_data'

async function refusal(path: string, body: unknown, headers = {}) {
  const { status, answer } = await callSandbox(createSandbox(), path, body, { headers })
  expect(status).toBe(400)
  expect(answer.ok).toBe(false)
  expect(JSON.stringify(answer)).not.toMatch(/stack|\.ts/)
  return answer.error
}

describe('the refusal of a body', () => {
  it('names the one field that is missing', async () => {
    expect(await refusal(PUSH, {})).toEqual({
      type: 'invalid_input',
      message: 'customer_key is required',
      validation_errors: { _errors: [], customer_key: { _errors: ['Required'] } },
    })
  })

  it('says what was expected and where', async () => {
    const error = await refusal(CREATE, { locale: 'da-DK', customer_data: { customer_key: 'c' } })
    expect(error.message).toMatch(/^Expected en-US, .* or ru-RU for "locale"$/)
    expect(error.validation_errors.locale._errors).toHaveLength(1)
  })

  it('counts the problems when there are several', async () => {
    const { message } = await refusal(PUSH, {
      customer_key: 5,
      rooms: [{ name: 'Room 201' }],
      reservations: [{ reservation_key: 'R-1', starts_at: 'tomorrow' }],
    })
    expect(message).toMatch(/^3 Input Errors: Expected string, received number for "customer_key", /)
    expect(message).toContain('rooms[0].room_key is required')
    expect(message).toContain('for "reservations[0].starts_at"')
  })

  it.each([
    [CREATE, { landing_page: { manage: { room_key: 'a', unit_key: 'b' } } }, 'landing_page.manage'],
    [
      CREATE,
      { customer_resources_filters: [{ field: '1st', operation: '=', value: 'a' }] },
      'customer_resources_filters[0].field',
    ],
    [CREATE, { customization_profile_id: 'blue' }, 'customization_profile_id'],
    [CREATE, { customer_data: { customer_key: 'c ' } }, 'customer_data.customer_key'],
    [PUSH, { customer_key: 'c', rooms: [{ room_key: ' 201', name: '' }] }, 'rooms[0].room_key'],
    [
      PUSH,
      { customer_key: 'c', reservations: [{ reservation_key: 'r', ends_at: '2026-03-01T09:00:00+01:00' }] },
      'reservations[0].ends_at',
    ],
    [
      PUSH,
      {
        customer_key: 'c',
        reservations: [{ reservation_key: 'r', custom_metadata: { ['x'.repeat(41)]: true } }],
      },
      'reservations[0].custom_metadata',
    ],
    ['/customers/delete_data', { room_keys: 'all' }, 'room_keys'],
  ])('names the path: %s %j', async (path, body, where) => {
    expect((await refusal(path, body)).message).toContain(`"${where}`)
  })

  it('names a time once that breaks two rules', async () => {
    const { message } = await refusal(PUSH, {
      customer_key: 'c',
      bookings: [{ booking_key: 'b', starts_at: 'soon' }],
    })
    expect(message).not.toContain('Input Errors')
  })

  it.each(['[]', 'null', '"text"', '7'])('names the type of a body that is %s', async (body) => {
    expect((await refusal(PUSH, body)).message).toMatch(/^Expected object, received \w+$/)
  })

  it('needs JSON and its content type', async () => {
    expect((await refusal(PUSH, '{"customer_key"')).type).toBe('invalid_input')
    const text = { 'content-type': 'text/plain' }
    expect((await refusal(PUSH, '{"customer_key":"c"}', text)).type).toBe('invalid_content_type')
    const charset = { 'content-type': 'Application/JSON; charset=utf-8' }
    expect(
      (await callSandbox(createSandbox(), PUSH, '{"customer_key":"c"}', { headers: charset })).status,
    ).toBe(200)
  })

  it('leaves no record behind', async () => {
    const sandbox = createSandbox()
    await callSandbox(sandbox, PUSH, { customer_key: 'c', rooms: [{ room_key: '1', name: 'One' }, {}] })
    expect(sandbox.customers()).toEqual([])
  })

  it('is a 404 in the same envelope on an unknown route', async () => {
    const { status, answer } = await callSandbox(createSandbox(), '/customers/list', {})
    expect(status).toBe(404)
    expect(answer).toMatchObject({ error: { type: 'not_found' }, ok: false })
  })
})

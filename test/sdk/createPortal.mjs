import { SeamHttp } from '@seamapi/http'

/** Makes a portal with the official client at an endpoint. */
export async function createPortal(endpoint) {
  return SeamHttp.fromApiKey('seam_test_sandbox', { endpoint }).customers.createPortal({
    is_embedded: true,
    locale: 'it-IT',
    customer_data: { customer_key: 'harbour', rooms: [{ room_key: 'room-204', name: 'Room 204' }] },
  })
}

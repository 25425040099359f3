// Makes a portal with the official client at the endpoint given, and prints it: node test/sdk/createPortal.mjs <endpoint>.
import { SeamHttp } from '@seamapi/http'

const portal = await SeamHttp.fromApiKey('seam_test_sandbox', {
  endpoint: process.argv[2],
}).customers.createPortal({
  is_embedded: true,
  locale: 'it-IT',
  customer_data: { customer_key: 'harbour', rooms: [{ room_key: 'room-204', name: 'Room 204' }] },
})
process.stdout.write(JSON.stringify(portal))

import { createSandbox } from 'react-seam-portal/sandbox'

/** Where this app runs without an account. It serves the sandbox's portal itself. */
export const sandboxOrigin = `http://localhost:${process.env.PORT ?? 3000}`

/** The vendor, played. Its links carry what their page shows, so that it has nothing to remember. */
export const sandbox = createSandbox({
  portalPage: `${sandboxOrigin}/sandbox-portal`,
  seed: [
    {
      customer_key: 'harbour-house',
      properties: [{ property_key: 'harbour-house', name: 'Harbour House' }],
      rooms: [
        { room_key: 'room-101', name: 'Room 101' },
        { room_key: 'room-102', name: 'Room 102' },
      ],
    },
  ],
})

import { createSandbox } from 'react-seam-portal/sandbox'

/** The origin of this app. Without an account it also serves the sandbox's portal. */
export const sandboxOrigin = `http://localhost:${process.env.PORT ?? 3000}`

/** The fake vendor. A link holds everything that its page shows, so the sandbox stores nothing between requests. */
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

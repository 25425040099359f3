/**
 * The three things a browser may ask of its backend: the vendor's path for each, which is also the path below the
 * proxy's own endpoint, and the largest body it takes, in bytes.
 */
export const OPERATIONS = {
  create_portal: { path: '/customers/create_portal', maxBytes: 64 * 1024 },
  push_data: { path: '/customers/push_data', maxBytes: 1024 * 1024 },
  delete_data: { path: '/customers/delete_data', maxBytes: 1024 * 1024 },
} as const

/** The vendor's name for one of the three. */
export type Operation = keyof typeof OPERATIONS

/**
 * The three operations that a browser may request from its backend.
 * `path` is the vendor's path, and the path below the proxy's endpoint. `maxBytes` is the largest body in bytes.
 */
export const OPERATIONS = {
  create_portal: { path: '/customers/create_portal', maxBytes: 64 * 1024 },
  push_data: { path: '/customers/push_data', maxBytes: 1024 * 1024 },
  delete_data: { path: '/customers/delete_data', maxBytes: 1024 * 1024 },
} as const

/** The vendor's name of an operation. */
export type Operation = keyof typeof OPERATIONS

/** Names that no field of a body may have, since JavaScript objects have them by themselves. */
export const FORBIDDEN_FIELDS: readonly string[] = ['__proto__', 'constructor', 'prototype']

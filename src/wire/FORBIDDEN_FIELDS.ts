/** Names that no field of a body may have, since JavaScript objects have them by themselves. */
export const FORBIDDEN_FIELDS: readonly string[] = ['__proto__', 'constructor', 'prototype']

import { createDifference } from './createDifference'
import { maskSecrets } from './maskSecrets'
import type { Difference } from './Pasted'

const VENDOR = 'connect.getseam.com'

/** Says what is wrong with the address of a call. `problem`: its body is no body of create_portal. */
export function readUrl(text: string): { problem?: string; difference?: Difference } {
  // The vendor's own page prints `create_portal>`.
  const address = text.replace(/(>|%3E)$/i, '')
  if (!URL.canParse(address, `https://${VENDOR}`)) return {}
  const url = new URL(address, `https://${VENDOR}`)
  const operation = url.pathname.split('/').filter(Boolean).at(-1) ?? ''
  if (operation !== 'create_portal') {
    const call = /^[a-z_]{1,40}$/.test(operation) ? `a call of \`${maskSecrets(operation)}\`` : 'another call'
    return { problem: `This is ${call}. The form has the options of \`create_portal\`.` }
  }
  if (url.hostname !== VENDOR) {
    const sentence =
      'The call does not go to the vendor. Only its body was read. Send the vendor’s key to no other host.'
    return { difference: createDifference('dropped', 'host', sentence, url.hostname) }
  }
  if (!url.search) return {}
  const sentence = 'The vendor would merge the query into the body. Write options into the body.'
  return { difference: createDifference('dropped', 'query', sentence) }
}

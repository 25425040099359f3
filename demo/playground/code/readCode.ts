import { findPortals } from './findPortals'
import { createDifference } from './createDifference'
import type { Found } from './Found'
import { parseCode } from './parseCode'

/** Reads the portal in JSX, TypeScript, or a call of a client. The code is parsed and never run. */
export function readCode(text: string): Found {
  const parsed = parseCode(text)
  if ('line' in parsed && /[<{([]/.test(text)) {
    return refuse(
      text,
      `Line ${parsed.line} has a mistake, or the end is missing. Copy the whole element or object and paste it again.`,
    )
  }
  const [found, ...others] = 'tree' in parsed ? findPortals(parsed.tree) : []
  if (!found) {
    return refuse(
      text,
      'There is no portal in this text. Paste a cURL, an element, a grant, or the JSON of create_portal.',
    )
  }
  if (others.length === 0) return found
  const more = createDifference(
    'dropped',
    'other portals',
    `The text has ${others.length + 1} portals. The first was read.`,
  )
  return { ...found, differences: [...found.differences, more] }
}

function refuse(text: string, problem: string): Found {
  const source = /^\s*[{[]/.test(text)
    ? 'json'
    : /create_?portal\s*\(/i.test(text)
      ? 'sdk'
      : /\bauthorize\b|createPortalHandler/.test(text)
        ? 'grant'
        : 'jsx'
  return { source, fields: {}, differences: [], problem }
}

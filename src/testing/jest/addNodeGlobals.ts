import { runInThisContext } from 'node:vm'

/** What a request takes. They work together only when they come from one place. */
const FETCH = ['AbortController', 'AbortSignal', 'Headers', 'ReadableStream', 'Request', 'Response']

const OTHERS = ['TextDecoder', 'TextEncoder', 'structuredClone']

/** Gives the DOM of a Jest test the globals of Node that it lacks. A set of its own, as in happy-dom, stays. */
export function addNodeGlobals(): void {
  // A test of Jest has a global object of its own. This one is Node's.
  const node = runInThisContext('globalThis') as Record<string, unknown>
  const test = globalThis as Record<string, unknown>
  const missing = OTHERS.filter((name) => !(name in test))
  for (const name of 'Request' in test ? missing : [...missing, ...FETCH]) {
    Object.defineProperty(test, name, { value: node[name], configurable: true, writable: true })
  }
}

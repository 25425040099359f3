import { useEffect, useRef, useState } from 'react'
import type { PlaygroundState } from './PlaygroundState'
import { readHash } from './readHash'
import { writeHash } from './writeHash'

/** Browsers refuse an address that changes a hundred times in half a minute. */
const QUIET = 400

/** A part of the state, or a function that makes it from the state before. */
export type StateChange = Partial<PlaygroundState> | ((before: PlaygroundState) => Partial<PlaygroundState>)

/** Keeps the state, and what may be shown of it in the hash of the page's address. */
export function useHashState(): [PlaygroundState, (change: StateChange) => void] {
  const [state, setState] = useState(() => readHash(location.hash))
  useEffect(() => {
    // A person has pasted another address into this window.
    const follow = () => setState(readHash(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const hash = writeHash(state)
  useEffect(() => {
    const timer = setTimeout(() => {
      if (location.hash.slice(1) !== hash) replaceHash(hash)
    }, QUIET)
    return () => clearTimeout(timer)
  }, [hash])
  const written = useRef(hash)
  useEffect(() => {
    written.current = hash
  })
  // Another page of the same document must not begin with this hash.
  useEffect(() => () => removeHash(written.current), [])
  return [
    state,
    (change) =>
      setState((before) => ({ ...before, ...(typeof change === 'function' ? change(before) : change) })),
  ]
}

function removeHash(hash: string): void {
  if (hash && location.hash.slice(1) === hash) replaceHash('')
}

function replaceHash(hash: string): void {
  history.replaceState(history.state, '', location.pathname + location.search + (hash && `#${hash}`))
}

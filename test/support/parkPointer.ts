import { userEvent } from 'vitest/browser'

/**
 * Moves the pointer to the edge of the page. It lies where the last test has left it, and a launcher that mounts below
 * it takes that for intent.
 */
export async function parkPointer(): Promise<void> {
  await userEvent.hover(document.documentElement, { position: { x: 1, y: 1 } })
}

/** Prints one step of a portal's state machine: state, event, next state. It knows no address and no token to print. */
export function explainTransition(from: string, event: string, to: string): void {
  console.debug(`react-seam-portal: ${from} → ${to} (${event})`)
}

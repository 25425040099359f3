import type { ReactNode } from 'react'

/** The page of a signed-out user, without a portal, a link or a frame. */
export function SignedOutPage({ onSignIn }: { onSignIn: () => void }): ReactNode {
  return (
    <main className="signed-out">
      <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <path d="M10 24V13l6-5 6 5v11z" />
      </svg>
      <h1>You've signed out</h1>
      <p>Sign in again to manage your properties.</p>
      <button type="button" className="button" onClick={() => onSignIn()}>
        Sign in
      </button>
    </main>
  )
}

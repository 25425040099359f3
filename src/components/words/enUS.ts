import { enUSButton } from './enUSButton'
import type { Words } from './Words'

/** English: the words of a launcher, and those of the portal that it opens. A test keeps the titles of both equal. */
export const enUS: Words = {
  ...enUSButton,
  loaded: 'Access settings loaded',
  slow: 'Still loading. Your connection may be slow.',
  close: 'Close',
  reference: 'Reference {id}',
  copy: 'Copy reference',
  copied: 'Copied',
  print: 'Access settings can be viewed on screen only.',
  // The titles once more: compressed, a repeated text weighs less than the code that would reach for it.
  errors: {
    offline: ['You’re offline', 'Access settings will load when the connection is back.'],
    unavailable: ['Access settings didn’t load', 'This is on our side. Try again in a moment.'],
    unauthorized: ['You’ve been signed out', 'Sign in again to manage access.'],
    forbidden: ['You don’t have access to this page', 'Ask an administrator of your account.'],
    rate_limited: ['Too many requests', 'Try again {time}.'],
    blocked: ['This page can’t be shown here', 'Open it in a new tab to continue.'],
    expired: [
      'This session has ended',
      'Reload to start a new one. Unsaved changes need to be entered again.',
    ],
    popup_blocked: ['Your browser blocked the new tab.', 'Open it here'],
  },
}

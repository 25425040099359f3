import { enUSButton } from './enUSButton'
import type { Words } from './Words'

const { errors } = enUSButton

/** English: the words of a launcher, and those of the portal that it opens. */
export const enUS: Words = {
  ...enUSButton,
  loaded: 'Access settings loaded',
  slow: 'Still loading. Your connection may be slow.',
  close: 'Close',
  reference: 'Reference {id}',
  copy: 'Copy reference',
  copied: 'Copied',
  print: 'Access settings can be viewed on screen only.',
  errors: {
    ...errors,
    offline: [errors.offline[0], 'Access settings will load when the connection is back.'],
    unavailable: [errors.unavailable[0], 'This is on our side. Try again in a moment.'],
    unauthorized: [errors.unauthorized[0], 'Sign in again to manage access.'],
    forbidden: [errors.forbidden[0], 'Ask an administrator of your account.'],
    rate_limited: [errors.rate_limited[0], 'Try again {time}.'],
    blocked: [errors.blocked[0], 'Open it in a new tab to continue.'],
    expired: [errors.expired[0], 'Reload to start a new one. Unsaved changes need to be entered again.'],
  },
}

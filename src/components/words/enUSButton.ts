import type { ButtonWords } from './Words'

/** The English words of a launcher. They are never fetched, because an offline page needs words. */
export const enUSButton: ButtonWords = {
  locale: 'en-US',
  manageAccess: 'Manage access',
  loading: 'Loading access settings',
  retry: 'Retry',
  reload: 'Reload',
  newTab: 'Open in a new tab',
  newTabHint: '(opens in a new tab)',
  errors: {
    offline: ['You’re offline'],
    unavailable: ['Access settings didn’t load'],
    unauthorized: ['You’ve been signed out'],
    forbidden: ['You don’t have access to this page'],
    rate_limited: ['Too many requests'],
    blocked: ['This page can’t be shown here'],
    expired: ['This session has ended'],
    popup_blocked: ['Your browser blocked the new tab.', 'Open it here'],
  },
}

import type { Words } from './Words'

/** Every word in German. */
export const deDE: Words = {
  locale: 'de-DE',
  manageAccess: 'Zugang verwalten',
  loading: 'Zugangseinstellungen werden geladen',
  loaded: 'Zugangseinstellungen geladen',
  slow: 'Wird noch geladen. Ihre Verbindung ist möglicherweise langsam.',
  retry: 'Erneut versuchen',
  reload: 'Neu laden',
  close: 'Schließen',
  newTab: 'In neuem Tab öffnen',
  newTabHint: '(wird in neuem Tab geöffnet)',
  reference: 'Referenz {id}',
  copy: 'Referenz kopieren',
  copied: 'Kopiert',
  print: 'Die Zugangseinstellungen können nur am Bildschirm angezeigt werden.',
  errors: {
    offline: [
      'Sie sind offline',
      'Die Zugangseinstellungen werden geladen, sobald die Verbindung wieder besteht.',
    ],
    unavailable: [
      'Die Zugangseinstellungen wurden nicht geladen',
      'Das liegt an uns. Versuchen Sie es gleich noch einmal.',
    ],
    unauthorized: ['Sie wurden abgemeldet', 'Melden Sie sich erneut an, um den Zugang zu verwalten.'],
    forbidden: [
      'Sie haben keinen Zugriff auf diese Seite',
      'Wenden Sie sich an die Administration Ihres Kontos.',
    ],
    rate_limited: ['Zu viele Anfragen', 'Versuchen Sie es {time} erneut.'],
    blocked: [
      'Diese Seite kann hier nicht angezeigt werden',
      'Öffnen Sie sie in einem neuen Tab, um fortzufahren.',
    ],
    expired: [
      'Diese Sitzung ist beendet',
      'Laden Sie neu, um eine neue zu beginnen. Nicht gespeicherte Änderungen müssen noch einmal eingegeben werden.',
    ],
    popup_blocked: ['Ihr Browser hat den neuen Tab blockiert.', 'Hier öffnen'],
  },
}

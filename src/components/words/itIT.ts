import type { Words } from './Words'

/** Every word in Italian. */
export const itIT: Words = {
  locale: 'it-IT',
  manageAccess: 'Gestisci gli accessi',
  loading: 'Caricamento delle impostazioni di accesso',
  loaded: 'Impostazioni di accesso caricate',
  slow: 'Caricamento ancora in corso. La connessione potrebbe essere lenta.',
  retry: 'Riprova',
  reload: 'Ricarica',
  close: 'Chiudi',
  newTab: 'Apri in una nuova scheda',
  newTabHint: '(si apre in una nuova scheda)',
  reference: 'Riferimento {id}',
  copy: 'Copia il riferimento',
  copied: 'Copiato',
  print: 'Le impostazioni di accesso si possono consultare solo a schermo.',
  errors: {
    offline: [
      'Nessuna connessione a Internet',
      'Le impostazioni di accesso verranno caricate al ritorno della connessione.',
    ],
    unavailable: ['Impostazioni di accesso non caricate', 'Il problema dipende da noi. Riprovare tra poco.'],
    unauthorized: ['L’accesso all’account è terminato', 'Accedere di nuovo per gestire gli accessi.'],
    forbidden: [
      'Non si dispone dell’accesso a questa pagina',
      'Rivolgersi a un amministratore dell’account.',
    ],
    rate_limited: ['Troppe richieste', 'Riprovare {time}.'],
    blocked: ['Questa pagina non può essere mostrata qui', 'Aprirla in una nuova scheda per continuare.'],
    expired: [
      'Questa sessione è terminata',
      'Ricaricare per avviarne una nuova. Le modifiche non salvate andranno inserite di nuovo.',
    ],
    popup_blocked: ['Il browser ha bloccato la nuova scheda.', 'Apri qui'],
  },
}

import type { Words } from './Words'

/** Every word in Dutch. */
export const nlNL: Words = {
  locale: 'nl-NL',
  manageAccess: 'Toegang beheren',
  loading: 'Toegangsinstellingen worden geladen',
  loaded: 'Toegangsinstellingen geladen',
  slow: 'Nog aan het laden. Uw verbinding is mogelijk traag.',
  retry: 'Opnieuw proberen',
  reload: 'Opnieuw laden',
  close: 'Sluiten',
  newTab: 'Openen in nieuw tabblad',
  newTabHint: '(wordt geopend in een nieuw tabblad)',
  reference: 'Referentie {id}',
  copy: 'Referentie kopiëren',
  copied: 'Gekopieerd',
  print: 'De toegangsinstellingen zijn alleen op het scherm te bekijken.',
  errors: {
    offline: ['U bent offline', 'De toegangsinstellingen worden geladen zodra de verbinding terug is.'],
    unavailable: [
      'De toegangsinstellingen zijn niet geladen',
      'Dit ligt aan ons. Probeer het over enkele ogenblikken opnieuw.',
    ],
    unauthorized: ['U bent afgemeld', 'Meld u opnieuw aan om de toegang te beheren.'],
    forbidden: ['U hebt geen toegang tot deze pagina', 'Neem contact op met een beheerder van uw account.'],
    rate_limited: ['Te veel verzoeken', 'Probeer het {time} opnieuw.'],
    blocked: [
      'Deze pagina kan hier niet worden getoond',
      'Open de pagina in een nieuw tabblad om door te gaan.',
    ],
    expired: [
      'Deze sessie is afgelopen',
      'Laad opnieuw om een nieuwe sessie te starten. Niet-opgeslagen wijzigingen moeten opnieuw worden ingevoerd.',
    ],
    popup_blocked: ['Uw browser heeft het nieuwe tabblad geblokkeerd.', 'Hier openen'],
  },
}

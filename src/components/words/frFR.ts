import type { Words } from './Words'

/** Every word in French. */
export const frFR: Words = {
  locale: 'fr-FR',
  manageAccess: 'Gérer les accès',
  loading: 'Chargement des paramètres d’accès',
  loaded: 'Paramètres d’accès chargés',
  slow: 'Chargement toujours en cours. Votre connexion est peut-être lente.',
  retry: 'Réessayer',
  reload: 'Recharger',
  close: 'Fermer',
  newTab: 'Ouvrir dans un nouvel onglet',
  newTabHint: '(s’ouvre dans un nouvel onglet)',
  reference: 'Référence {id}',
  copy: 'Copier la référence',
  copied: 'Copié',
  print: 'Les paramètres d’accès ne peuvent être consultés qu’à l’écran.',
  errors: {
    offline: ['Vous êtes hors ligne', 'Les paramètres d’accès se chargeront au retour de la connexion.'],
    unavailable: [
      'Les paramètres d’accès n’ont pas été chargés',
      'Le problème vient de notre côté. Réessayez dans un instant.',
    ],
    unauthorized: ['Votre connexion a pris fin', 'Connectez-vous à nouveau pour gérer les accès.'],
    forbidden: ['Vous n’avez pas accès à cette page', 'Adressez-vous à un administrateur de votre compte.'],
    rate_limited: ['Trop de demandes', 'Réessayez {time}.'],
    blocked: ['Cette page ne peut pas s’afficher ici', 'Ouvrez-la dans un nouvel onglet pour continuer.'],
    expired: [
      'Cette session est terminée',
      'Rechargez pour en ouvrir une nouvelle. Les modifications non enregistrées seront à saisir de nouveau.',
    ],
    popup_blocked: ['Votre navigateur a bloqué le nouvel onglet.', 'L’ouvrir ici'],
  },
}

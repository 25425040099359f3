import type { Words } from './Words'

/** Every word in Polish. */
export const plPL: Words = {
  locale: 'pl-PL',
  manageAccess: 'Zarządzanie dostępem',
  loading: 'Wczytywanie ustawień dostępu',
  loaded: 'Wczytano ustawienia dostępu',
  slow: 'Wczytywanie nadal trwa. Połączenie może być wolne.',
  retry: 'Spróbuj ponownie',
  reload: 'Wczytaj ponownie',
  close: 'Zamknij',
  newTab: 'Otwórz w nowej karcie',
  newTabHint: '(otwiera się w nowej karcie)',
  reference: 'Numer referencyjny {id}',
  copy: 'Kopiuj numer referencyjny',
  copied: 'Skopiowano',
  print: 'Ustawienia dostępu można przeglądać tylko na ekranie.',
  errors: {
    offline: [
      'Brak połączenia z internetem',
      'Ustawienia dostępu zostaną wczytane po przywróceniu połączenia.',
    ],
    unavailable: [
      'Nie wczytano ustawień dostępu',
      'Problem leży po naszej stronie. Spróbuj ponownie za chwilę.',
    ],
    unauthorized: ['Nastąpiło wylogowanie', 'Zaloguj się ponownie, aby zarządzać dostępem.'],
    forbidden: ['Brak dostępu do tej strony', 'Skontaktuj się z administratorem konta.'],
    rate_limited: ['Zbyt wiele żądań', 'Spróbuj ponownie {time}.'],
    blocked: ['Tej strony nie można tutaj wyświetlić', 'Otwórz ją w nowej karcie, aby kontynuować.'],
    expired: [
      'Ta sesja się zakończyła',
      'Wczytaj ponownie, aby rozpocząć nową. Niezapisane zmiany trzeba będzie wprowadzić jeszcze raz.',
    ],
    popup_blocked: ['Przeglądarka zablokowała nową kartę.', 'Otwórz tutaj'],
  },
}

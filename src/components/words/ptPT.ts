import type { Words } from './Words'

/** Every word in Portuguese. */
export const ptPT: Words = {
  locale: 'pt-PT',
  manageAccess: 'Gerir acessos',
  loading: 'A carregar as definições de acesso',
  loaded: 'Definições de acesso carregadas',
  slow: 'Ainda a carregar. A sua ligação pode estar lenta.',
  retry: 'Tentar novamente',
  reload: 'Recarregar',
  close: 'Fechar',
  newTab: 'Abrir num novo separador',
  newTabHint: '(abre num novo separador)',
  reference: 'Referência {id}',
  copy: 'Copiar a referência',
  copied: 'Copiado',
  print: 'As definições de acesso só podem ser consultadas no ecrã.',
  errors: {
    offline: ['Sem ligação à Internet', 'As definições de acesso serão carregadas quando a ligação voltar.'],
    unavailable: [
      'As definições de acesso não foram carregadas',
      'O problema é do nosso lado. Tente novamente dentro de momentos.',
    ],
    unauthorized: ['A sua sessão foi encerrada', 'Inicie sessão novamente para gerir acessos.'],
    forbidden: ['Não tem acesso a esta página', 'Contacte um administrador da sua conta.'],
    rate_limited: ['Demasiados pedidos', 'Tente novamente {time}.'],
    blocked: ['Esta página não pode ser mostrada aqui', 'Abra-a num novo separador para continuar.'],
    expired: [
      'Esta sessão terminou',
      'Recarregue para iniciar uma nova. As alterações não guardadas terão de ser introduzidas novamente.',
    ],
    popup_blocked: ['O seu navegador bloqueou o novo separador.', 'Abrir aqui'],
  },
}

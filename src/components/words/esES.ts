import type { Words } from './Words'

/** Every word in Spanish. */
export const esES: Words = {
  locale: 'es-ES',
  manageAccess: 'Gestionar el acceso',
  loading: 'Cargando la configuración de acceso',
  loaded: 'Configuración de acceso cargada',
  slow: 'Aún se está cargando. Es posible que su conexión sea lenta.',
  retry: 'Reintentar',
  reload: 'Recargar',
  close: 'Cerrar',
  newTab: 'Abrir en una pestaña nueva',
  newTabHint: '(se abre en una pestaña nueva)',
  reference: 'Referencia {id}',
  copy: 'Copiar la referencia',
  copied: 'Copiado',
  print: 'La configuración de acceso solo se puede consultar en pantalla.',
  errors: {
    offline: [
      'No hay conexión a Internet',
      'La configuración de acceso se cargará cuando vuelva la conexión.',
    ],
    unavailable: [
      'No se ha cargado la configuración de acceso',
      'El problema es nuestro. Vuelva a intentarlo en un momento.',
    ],
    unauthorized: ['Se ha cerrado su sesión', 'Inicie sesión de nuevo para gestionar el acceso.'],
    forbidden: ['No tiene acceso a esta página', 'Consulte a un administrador de su cuenta.'],
    rate_limited: ['Demasiadas solicitudes', 'Vuelva a intentarlo {time}.'],
    blocked: ['Esta página no se puede mostrar aquí', 'Ábrala en una pestaña nueva para continuar.'],
    expired: [
      'Esta sesión ha terminado',
      'Recargue para iniciar una nueva. Los cambios sin guardar se tendrán que volver a introducir.',
    ],
    popup_blocked: ['Su navegador ha bloqueado la pestaña nueva.', 'Abrir aquí'],
  },
}

import { handlerEntry } from './handlerEntry'

handlerEntry.current = 'node'
await import('./attacks.test')
await import('./createPortalHandler.test')
await import('./crossOrigin.test')
await import('./faults.test')

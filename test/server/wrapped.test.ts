import { handlerEntry } from './handlerEntry'

handlerEntry.current = 'wrapped'
await import('./rawRequests.test')
await import('./toNodeHandler.test')

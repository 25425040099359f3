import { addNodeGlobals } from './addNodeGlobals'

// For `setupFiles`, which only loads a file.
addNodeGlobals()

export { addNodeGlobals }

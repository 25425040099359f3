export { PushProgress, type PushProgressProps } from './PushProgress'
export type { Counted, PushWords, PushWordsOverride } from './words/PushWords'

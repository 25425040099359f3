export { ConfirmDelete, type ConfirmDeleteProps } from './ConfirmDelete'
export type { ListedFailure } from './describeFailure'
export { PushProgress, type PushProgressProps } from './PushProgress'
export type { Counted, PushWords, PushWordsOverride } from './words/PushWords'

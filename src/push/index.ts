export type { PushDataRequest } from '../schemas/CustomerData'
export type { RecordKeys } from '../schemas/DeleteDataRequest'
export type { ResourceList } from '../wire/RESOURCE_KEYS'
export { checkCustomerData, checkInSlices } from './checkCustomerData'
export { createMemoryLedger } from './createMemoryLedger'
export { PUSH_PHASES } from './PUSH_PHASES'
export { createPushControl, type PushControl } from './createPushControl'
export type { DeleteClient, DeleteOptions } from './DeleteOptions'
export type {
  DeletableList,
  DeleteChunk,
  DeleteEntry,
  DeleteFailure,
  DeleteInput,
  DeletePlan,
  DeletePlanList,
  DeletePreview,
  DeleteSource,
} from './DeletePlan'
export type { DeleteResult } from './DeleteResult'
export { deleteData } from './deleteData'
export type { Finding, FindingCode } from './Finding'
export type { Ledger, LedgerEntry, LedgerKey } from './Ledger'
export { planDelete } from './planDelete'
export { type PlanOptions, planPush } from './planPush'
export type { AcknowledgedRun, PushCheckpoint } from './PushCheckpoint'
export type { PushChunk } from './PushChunk'
export type { PushClock } from './PushClock'
export type { PushFailure } from './PushFailure'
export type { PushClient, PushOptions } from './PushOptions'
export type { PushProgressState } from './PushProgressState'
export type { PushResult, PushStop } from './PushResult'
export type { PushInput, PushSource, RecordSource } from './PushSource'
export { pushData } from './pushData'
export type { RunOptions } from './RunOptions'

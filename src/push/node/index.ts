export { type FileLedger, openFileLedger } from './openFileLedger'

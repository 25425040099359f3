/** What an import weighs after gzip, in bytes, and the modules of its first load. */
export interface Sizes {
  esbuild: number
  rolldown?: number
  modules?: string[]
}

/** An import, the most it may weigh in bytes, and the modules its number must include. */
export interface SizeRow {
  name: string
  limit: number
  /** The design's target, in bytes. */
  bar?: number
  code?: string
  css?: string
  /** Packages that are not counted, besides React. */
  external?: string[]
  holds?: string[]
  /** Modules that its first load must not contain. */
  refuses?: RegExp
}

export const ROWS: readonly SizeRow[]
export const REFUSED: RegExp
export function measureCode(code: string, external?: string[], resolveDir?: string): Promise<Required<Sizes>>
export function problemsOf(row: SizeRow, sizes: Sizes): string[]
export function measureOurs(rows?: readonly SizeRow[]): Promise<(SizeRow & Sizes & { problems: string[] })[]>
export function measurePeers(): Promise<{
  live: boolean
  date?: string
  peers: { name: string; version: string; hosted: boolean; esbuild: number; rolldown: number }[]
}>

/** Something in a file that keeps a row from being a record. */
export interface FileFinding {
  /** `format`: the file itself cannot be read from here on. `column`: a column is missing. `value`: one cell is wrong. */
  code: 'format' | 'column' | 'value'
  severity: 'error'
  /** The line of the file the row begins on, from 1. */
  line: number
  /** The file's own name of the column, where it is about one. */
  column?: string
  /** What is there, and why the row was left out. */
  sentence: string
  /** What to do. */
  remedy: string
}

/** Thrown for a finding that cannot be skipped, and for every finding when there is no `onFinding`. */
export class FileError extends Error {
  /** The finding it was thrown for. */
  readonly finding: FileFinding

  constructor(finding: FileFinding) {
    super(`Line ${finding.line}: ${finding.sentence} ${finding.remedy}`)
    this.name = 'FileError'
    this.finding = finding
  }
}

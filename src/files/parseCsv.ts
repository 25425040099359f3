import { FileError } from './FileFinding'
import type { FileSource } from './FileSource'
import { readText } from './readText'

/** A row with the line of the file it begins on, from 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

/** Reads a CSV file row by row with csv-parse, which is loaded when it is needed. */
export async function* parseCsv(source: FileSource, delimiter: string): AsyncGenerator<CsvRow, void, void> {
  const { parse } = await loadParser()
  const rows: CsvRow[] = []
  let failure: unknown
  let lastLine = 0
  const parser = parse({
    delimiter,
    // Rows of another length are the reader's business: an empty cell at the end is often left out.
    relax_column_count: true,
    skip_empty_lines: true,
    on_record(cells: string[], { lines }: { lines: number }) {
      // It counts the lines up to the row's end; those within its cells come off.
      const line = lines - cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
      rows.push({ line, cells })
      lastLine = lines
      return null
    },
  })
  parser.on('error', (thrown: unknown) => {
    failure = thrown
  })
  const closed = new Promise<void>((resolve) => {
    parser.on('error', () => resolve())
    parser.on('end', () => resolve())
  })
  parser.resume()
  for await (const text of readText(source)) {
    await Promise.race([closed, new Promise<void>((resolve) => parser.write(text, () => resolve()))])
    yield* rows.splice(0)
    if (failure) break
  }
  if (!failure) parser.end()
  await closed
  yield* rows.splice(0)
  if (failure) {
    throw new FileError({
      code: 'format',
      severity: 'error',
      line: (failure as { lines?: number }).lines ?? lastLine + 1,
      sentence: `The rest of the file cannot be read as CSV: ${reasonOf(failure)}.`,
      remedy: 'Look for a quotation mark that is not closed, or not doubled, on this line or before it.',
    })
  }
}

interface Parser {
  write: (text: string, callback: () => void) => void
  end: () => void
  resume: () => void
  on: (event: 'error' | 'end', listener: (thrown: unknown) => void) => void
}

async function loadParser(): Promise<{ parse: (options: object) => Parser }> {
  try {
    // This build needs nothing of Node's, and runs there as well.
    return await import('csv-parse/browser/esm')
  } catch (cause) {
    throw new Error(
      'readCsv reads CSV with the package csv-parse, and it is not installed. Install it beside react-seam-portal: npm install csv-parse@7',
      { cause },
    )
  }
}

/** csv-parse's own code of the error; its sentence may quote a row. */
function reasonOf(failure: unknown): string {
  const { code } = failure as { code?: unknown }
  return typeof code === 'string'
    ? code.replace(/^CSV_/, '').replaceAll('_', ' ').toLowerCase()
    : 'it is broken'
}

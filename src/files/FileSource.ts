import type { FileFinding } from './FileFinding'

/** A file's content: a `File` or `Blob`, a stream of bytes or text, any iterable of these, or the text itself. */
export type FileSource =
  | string
  | { stream: () => ReadableStream<Uint8Array> }
  | ReadableStream<Uint8Array | string>
  | AsyncIterable<Uint8Array | string>
  | Iterable<Uint8Array | string>

/** What every reader takes. */
export interface FileOptions {
  /**
   * Told of each row that is no record; that row is left out. Without it the first one throws. What makes the rest of
   * the file unreadable throws in any case.
   */
  onFinding?: ((finding: FileFinding) => void) | undefined
}

/** Thrown when a host's own list breaks off while a push reads it. Its cause is what the list threw. */
export class SourceError extends Error {
  constructor(where: string, cause: unknown) {
    super(
      `Reading ${where} failed: the list threw an error. What came before it is planned as it should be; the rest was not read. See the error's \`cause\`, mend the list and push again.`,
      { cause },
    )
    this.name = 'SourceError'
  }
}

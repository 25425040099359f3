/** The part of Express that the tests use. It is the same in both versions. */
interface ExpressForTests {
  (): ((req: unknown, res: unknown) => void) & {
    use: (...all: unknown[]) => void
    set: (name: string, value: unknown) => void
  }
  json: () => unknown
  text: (options: { type: string }) => unknown
  raw: (options: { type: string }) => unknown
}

declare module 'express' {
  const express: ExpressForTests
  export default express
}

declare module 'express-4' {
  const express: ExpressForTests
  export default express
}

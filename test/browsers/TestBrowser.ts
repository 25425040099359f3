/** The browsers that the tests run in. */
export type BrowserId = 'chromium' | 'firefox' | 'webkit'

/** A key, by its name in the DOM. */
export type Key = 'Escape' | 'Tab' | ' '

/** One window of a real browser. What a test does in it, a user could do, apart from `run`. */
export interface TestBrowser {
  readonly id: BrowserId
  /** The name and the version, such as `Firefox 153.7.0`. */
  readonly version: string
  /** Leads the window to an address, and resolves when the page has loaded. */
  open: (url: string) => Promise<void>
  /** Runs a function in the page, or in its first visible frame. It may use nothing from outside itself. */
  run: <Args extends unknown[], Result>(
    script: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ) => Promise<Result>
  runInFrame: <Args extends unknown[], Result>(
    script: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ) => Promise<Result>
  /** Goes back in the history, as the button of the window does. */
  back: () => Promise<void>
  /** Presses and releases the main button of the pointer, at CSS pixels of the window. */
  clickAt: (x: number, y: number) => Promise<void>
  press: (key: Key) => Promise<void>
  /** Makes the page's area so large, in CSS pixels. */
  resize: (width: number, height: number) => Promise<void>
  /** A PNG of what the window shows. */
  picture: () => Promise<Buffer>
  /** How many tabs there are beside this window. */
  tabs: () => Promise<number>
  /** Runs a function in the newest of those tabs. */
  runInTab: <Result>(script: () => Result | Promise<Result>) => Promise<Result>
  /** Ends the browser, and everything that was started for it. */
  close: () => Promise<void>
}

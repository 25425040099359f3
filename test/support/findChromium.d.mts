/** A Chromium to launch: where it is, what it needs in its environment, and the flags it runs with here. */
export interface FoundChromium {
  executablePath: string
  env: Record<string, string>
  args: string[]
}
export function findChromium(): Promise<FoundChromium>

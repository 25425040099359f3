/** A Chromium to launch: its path, its environment variables and its flags. */
export interface FoundChromium {
  executablePath: string
  env: Record<string, string>
  args: string[]
}
export function findChromium(): Promise<FoundChromium>

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Finds the first of some programs that this machine has. */
export function findProgram(...names: readonly string[]): string {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (existsSync(join(folder, name))) return join(folder, name)
    }
  }
  throw new Error(
    `This machine has no ${names.join(' or ')}, so these tests cannot run. On Debian: apt-get install firefox-esr webkit2gtk-driver xvfb.`,
  )
}

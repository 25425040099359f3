import { spawn } from 'node:child_process'
import manifest from '../../package.json' with { type: 'json' }

/** A running demo, started as `npm run demo` starts it. */
export interface StartedDemo {
  /** The dashboard's address. */
  origin: string
  /** The sandbox vendor's address; undefined when there is none. */
  vendor: string | undefined
  /** Everything it printed. */
  output: string
  /** Ends the demo, and resolves when its process has exited. */
  stop: () => Promise<void>
}

/** Starts the demo on free ports, and resolves when it has printed all of its greeting. */
export async function startDemo(env: Record<string, string> = {}): Promise<StartedDemo> {
  const [command, ...args] = manifest.scripts.demo.split(' ')
  if (command !== 'node') throw new Error('The demo script is not a plain node command any more.')
  const { SEAM_API_KEY: _, SEAM_ENDPOINT: __, ...clean } = process.env
  const child = spawn(process.execPath, args, { env: { ...clean, PORT: '0', ...env } })
  const kill = () => child.kill('SIGKILL')
  // The demo must not run on after the tests, also when they fail.
  process.once('exit', kill)
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const demo = { origin: '', vendor: undefined as string | undefined, output: '' }
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      demo.output += chunk
      if (demo.output.endsWith('\n\n')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void gone.then(() => reject(new Error(`The demo ended before it had begun. It said: ${demo.output}`)))
  })
  const [origin = '', vendor] = demo.output.match(/https?:\/\/[\w.:]+/g) ?? []
  return {
    ...demo,
    origin,
    vendor,
    async stop() {
      process.off('exit', kill)
      kill()
      await gone
    },
  }
}

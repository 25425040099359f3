import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { DemoWorker } from './DemoState'

/** Worker processes that are started again when they die. */
export interface StartedWorkers {
  list: () => DemoWorker[]
  /** Ends a worker at once with SIGKILL, as a machine that breaks does. It finishes nothing. */
  kill: (number: number) => boolean
  /** Lets every worker finish what it has in hand. */
  stop: () => Promise<void>
}

/** How long a dead worker stays dead, in milliseconds. A service manager waits too. */
const PAUSE = 2000

/** Starts worker processes of the program in `file`. */
export function startWorkers(file: string, count: number, env: NodeJS.ProcessEnv): StartedWorkers {
  const workers = new Map<number, DemoWorker & { child: ChildProcess; revival?: NodeJS.Timeout }>()
  let isStopping = false

  function start(number: number): void {
    const child = fork(file, ['worker'], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const { chunks = 0 } = workers.get(number) ?? {}
    const worker = { number, pid: child.pid, chunks, state: 'starting' as DemoWorker['state'], child }
    workers.set(number, worker)
    child.on('message', (message) => {
      worker.state = 'working'
      if (message === 'chunk') worker.chunks += 1
    })
    child.once('exit', () => {
      worker.state = 'killed'
      if (!isStopping) Object.assign(worker, { revival: setTimeout(() => start(number), PAUSE) })
    })
  }

  for (let number = 1; number <= count; number += 1) start(number)
  return {
    list: () =>
      [...workers.values()].map(({ number, pid, chunks, state }) => ({ number, pid, chunks, state })),
    kill: (number) => workers.get(number)?.child.kill('SIGKILL') ?? false,
    async stop() {
      isStopping = true
      await Promise.all(
        [...workers.values()].map(async ({ child, revival }) => {
          clearTimeout(revival)
          if (child.exitCode !== null || child.signalCode !== null) return
          child.kill('SIGTERM')
          await once(child, 'exit')
        }),
      )
    },
  }
}

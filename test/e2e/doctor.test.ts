import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { packConsumer } from './packConsumer'
import { type StartedDemo, startDemo } from './startDemo'

let demo: StartedDemo
let command: string

beforeAll(async () => {
  const consumer = packConsumer(inject('tarball'))
  command = join(consumer, 'node_modules', manifest.name, manifest.bin[manifest.name as 'react-seam-portal'])
  demo = await startDemo()
})

afterAll(() => demo?.stop())

/** Runs the packed command as a process. */
function doctor(
  ...options: string[]
): Promise<{ exitCode: number | string; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, 'doctor', ...options], (error, stdout, stderr) =>
      resolve({ exitCode: error?.code ?? 0, stdout, stderr }),
    )
    child.stdin?.end()
  })
}

async function signIn(): Promise<string> {
  const answer = await fetch(`${demo.origin}/api/session`)
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

describe('the packed doctor', () => {
  it('finds nothing wrong with the demo and its page', async () => {
    const cookie = await signIn()
    const options = [
      '--proxy',
      `${demo.origin}/api/seam`,
      '--page',
      demo.origin,
      '--header',
      `Cookie: ${cookie}`,
    ]
    const { exitCode, stdout, stderr } = await doctor('--yes', ...options)
    const lines = stdout.trim().split('\n')
    expect(lines.at(-1)).toBe('18 passed, 0 failed, 0 warned, 1 skipped.')
    expect(lines.at(-3)).toBe('skip  https             Everything is on this machine.')
    expect(exitCode).toBe(0)
    expect(stdout + stderr).not.toMatch(/token=|seam_/)
    expect(stdout + stderr).not.toContain(cookie.split('=')[1])
  })

  it('prints JSON and nothing else to its output', async () => {
    const { exitCode, stdout } = await doctor('--yes', '--json', '--proxy', `${demo.origin}/api/seam`)
    const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: { id: string; status: string }[] }
    expect(checks).toHaveLength(19)
    expect(checks[0]).toMatchObject({ id: 'reachable', status: 'warn' })
    expect([ok, exitCode]).toEqual([true, 0])
  })

  it('does not start without a terminal and without --yes', async () => {
    const { exitCode, stdout, stderr } = await doctor('--proxy', `${demo.origin}/api/seam`)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Add `--yes` to agree.')
  })

  it('ends with a failed check’s exit code where there is no proxy', async () => {
    const { exitCode, stdout } = await doctor('--yes', '--proxy', `${demo.origin}/api/nothing`)
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^fail {2}reachable {9}It answers 404\./)
  })

  it('needs no package at run time', async () => {
    const { stdout } = await doctor('--help')
    expect(stdout).toMatch(/^Usage: react-seam-portal doctor --proxy URL/)
  })
})

import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { runDoctor } from '../../src/doctor/runDoctor'
import { toNodeHandler } from '../../src/server/index'
import { createPlainProxy } from './brokenProxies/createPlainProxy'
import { at, diagnose } from './diagnose'

const open: Server[] = []

afterEach(() => {
  for (const server of open.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  open.push(server)
  server.listen(0, host)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const serve = async (listener: RequestListener) => `http://127.0.0.1:${await listen(createServer(listener))}`

/** Runs the command, with an answer at a terminal or without one. */
async function run(argv: string[], confirm?: (question: string) => Promise<boolean>) {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const exitCode = await runDoctor(argv, { print: write, complain: write, confirm })
  return { exitCode, output: lines.join('\n') }
}

function sentence(output: string): string | undefined {
  return /The doctor could not run\. (.*)/.exec(output)?.[1]
}

describe('a proxy that cannot be examined ends with a sentence and exit code 2:', () => {
  it('one that hangs', async () => {
    const origin = await serve(() => {})
    const { exitCode, output } = await diagnose(at(origin), { each: 200 })
    expect(exitCode).toBe(2)
    expect(sentence(output)).toBe('No whole answer came within 0.2 seconds.')
  })

  it('one that streams for ever, fast', async () => {
    const origin = await serve((_, res) => {
      const write = () => {
        while (!res.destroyed && res.write('x'.repeat(4096)));
      }
      res.on('drain', write)
      write()
    })
    const { exitCode, output } = await diagnose(at(origin))
    expect(exitCode).toBe(2)
    expect(sentence(output)).toBe('The answer has more than 256 KiB and does not end.')
  })

  it('one that streams for ever, drop by drop', async () => {
    const origin = await serve((_, res) => {
      const timer = setInterval(() => res.write(' '), 20)
      res.on('close', () => clearInterval(timer))
    })
    const { exitCode, output } = await diagnose(at(origin), { each: 200 })
    expect(exitCode).toBe(2)
    expect(sentence(output)).toBe('No whole answer came within 0.2 seconds.')
  })

  it('one that becomes slow: the whole run has an end', async () => {
    const proxy = toNodeHandler(createPlainProxy())
    let sent = 0
    const origin = await serve((req, res) => {
      if ((sent += 1) < 3) void proxy(req, res)
    })
    const { exitCode, output } = await diagnose(at(origin), { each: 200, total: 500 })
    expect(exitCode).toBe(2)
    expect(sentence(output)).toBe('The doctor stops after 0.5 seconds: the server is too slow.')
  })

  it('one with a self-signed certificate', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doctor-'))
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-days', '1']
    execFileSync('openssl', [...args, '-keyout', key, '-out', cert], { stdio: 'pipe' })
    const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, () => {})
    const port = await listen(server)
    const { exitCode, output } = await diagnose(at(`https://127.0.0.1:${port}`))
    rmSync(folder, { recursive: true })
    expect(exitCode).toBe(2)
    expect(sentence(output)).toBe(
      `The certificate of https://127.0.0.1:${port} is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT). Give Node its authority with NODE_EXTRA_CA_CERTS=ca.pem.`,
    )
  })

  it('one that takes https for http', async () => {
    const origin = await serve(() => {})
    const { exitCode, output } = await diagnose(at(origin.replace('http:', 'https:')))
    expect(exitCode).toBe(2)
    expect(sentence(output)).toContain('does not speak TLS')
  })

  it('one that closes the connection', async () => {
    const origin = await serve((req) => req.destroy())
    const { exitCode, output } = await diagnose(at(origin))
    expect(exitCode).toBe(2)
    expect(sentence(output)).toBe(`${origin} closed the connection without an answer.`)
  })

  it('one that does not listen, at an IPv6 host', async () => {
    const { exitCode, output } = await diagnose(at('http://[::1]:9'))
    expect(exitCode).toBe(2)
    expect(sentence(output)).toMatch(
      /^(Nothing listens at http:\/\/\[::1\]:9|http:\/\/\[::1\]:9 cannot be reached)/,
    )
  })

  it('and --json says it as well', async () => {
    const { findings } = await diagnose(at('http://127.0.0.1:9'))
    expect(findings).toEqual({
      reachable: {
        id: 'reachable',
        status: 'fail',
        detail: 'Nothing listens at http://127.0.0.1:9.',
        fix: expect.stringContaining('docs/backend-contract.md#reachable') as string,
      },
    })
  })
})

describe('an IPv6 host', () => {
  const has = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'))

  it(has ? 'is examined as any other' : 'cannot be examined here: this machine has no IPv6', async () => {
    if (!has) return
    const port = await listen(createServer(toNodeHandler(createPlainProxy())), '::1')
    const { exitCode, trouble } = await diagnose(at(`http://[::1]:${port}`))
    expect([exitCode, trouble]).toEqual([0, {}])
  })
})

describe('the command line', () => {
  it.each([
    [
      'a URL without a scheme',
      ['--proxy', 'localhost:3000/api/seam'],
      '`--proxy` has no http: or https: in front.',
    ],
    ['an IPv6 host without brackets', ['--proxy', 'http://::1/api'], '`--proxy` is no address.'],
    ['a user name in the URL', ['--proxy', 'http://me:secret@localhost/'], '`--proxy` holds a user name.'],
    [
      'a query in the URL',
      ['--proxy', 'http://localhost/?key=secret'],
      '`--proxy` has a query or a fragment',
    ],
    ['no proxy', [], '`--proxy` is missing'],
    ['a page without a scheme', ['--proxy', 'http://localhost/', '--page', '/app'], '`--page` has no http:'],
    [
      'a header without a colon',
      ['--proxy', 'http://localhost/', '--header', 'secret'],
      '`--header` number 1',
    ],
    [
      'a header of two lines',
      ['--proxy', 'http://localhost/', '--header', 'A: secret\nB: c'],
      '`--header` number 1',
    ],
    ['an unknown option', ['--proxy', 'http://localhost/', '--secret'], 'There is an option'],
    ['an option without its value', ['--proxy'], 'The options cannot be read'],
    [
      'a portal origin with a path',
      ['--proxy', 'http://localhost/', '--portal-origin', 'https://a.b/'],
      '`--portal-origin`',
    ],
    ['another command', ['nurse', '--proxy', 'http://localhost/'], 'The one command is `doctor`.'],
  ])('ends with a sentence and exit code 2 for %s', async (_, options, expected) => {
    const { exitCode, output } = await diagnose(options)
    expect(exitCode).toBe(2)
    expect(output.startsWith(expected)).toBe(true)
    expect(output).not.toContain('secret')
  })

  it('sends nothing without --yes and without a terminal', async () => {
    let asked = 0
    const origin = await serve(() => (asked += 1))
    const { exitCode, output } = await run(['doctor', ...at(origin)])
    expect(exitCode).toBe(2)
    expect(output).toContain('Each answer may be a new link')
    expect(output).toContain('doctor-foreign-customer')
    expect(output).toContain('Add `--yes` to agree.')
    expect(asked).toBe(0)
  })

  it('asks at a terminal first, and takes only a yes', async () => {
    const origin = await serve(toNodeHandler(createPlainProxy()))
    const questions: string[] = []
    const say = (yes: boolean) => (question: string) => {
      questions.push(question)
      return Promise.resolve(yes)
    }
    expect((await run(['doctor', ...at(origin)], say(false))).output).toBe('Nothing was sent.')
    const { exitCode, output } = await run(['doctor', ...at(origin)], say(true))
    expect(exitCode).toBe(0)
    expect(questions).toHaveLength(2)
    expect(questions[0]).toMatch(/Each answer may be a new link.*Continue\? \[y\/N\] $/s)
    expect(output.split('\n').slice(0, 2)).toEqual([
      'pass  reachable         It answers 200 with a portal.',
      'pass  json              Portals and errors are JSON.',
    ])
    expect(output).toContain('15 passed, 0 failed, 0 warned, 4 skipped.')
  })

  it('prints one line for a check, with the fix and the page of the docs', async () => {
    const origin = await serve((_, res) => res.writeHead(404).end())
    const { output } = await run(['doctor', '--yes', ...at(origin)])
    expect(output).toContain(
      'fail  reachable         It answers 404. Fix: Mount the route POST …/customers/create_portal below the address of `--proxy`. See docs/backend-contract.md#reachable.',
    )
  })
})

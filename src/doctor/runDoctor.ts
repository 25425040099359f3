import { CHECKS } from './CHECKS'
import { CallFailure, createCaller, DOCTOR_LIMITS, type DoctorLimits } from './createCaller'
import { examinePage } from './examinePage'
import { examineProxy, FOREIGN_CUSTOMER } from './examineProxy'
import type { Finding } from './Finding'
import { judgeEvidence } from './judgeEvidence'
import { type DoctorArguments, readArguments, USAGE } from './readArguments'

/** Where the doctor writes, and how it asks. */
export interface DoctorConsole {
  print: (line: string) => void
  /** For what is not a result: announcements and failures to run. */
  complain: (line: string) => void
  /** Asks a question; undefined where no terminal is there to answer. */
  confirm: ((question: string) => Promise<boolean>) | undefined
  /** Colours a status; without it nothing has a colour. */
  paint?: ((status: Finding['status']) => string) | undefined
}

/** How the doctor ends: nothing failed, a check failed, or it could not run. */
export type DoctorExitCode = 0 | 1 | 2

/** Checks a proxy, and a page, against the contract, and prints one line for each check. */
export async function runDoctor(
  argv: readonly string[],
  console: DoctorConsole,
  limits: DoctorLimits = DOCTOR_LIMITS,
): Promise<DoctorExitCode> {
  const { print, complain, confirm } = console
  if (argv.includes('--help') || argv.length === 0) {
    print(USAGE)
    return argv.length === 0 ? 2 : 0
  }
  const asked = readArguments(argv)
  if (typeof asked === 'string') {
    complain(`${asked}\n\n${USAGE}`)
    return 2
  }
  const announcement = announce(asked)
  if (asked.yes) complain(announcement)
  else if (!confirm) {
    complain(`${announcement}\nThere is no terminal to ask at, so it did not start. Add \`--yes\` to agree.`)
    return 2
  } else if (!(await confirm(`${announcement}\nContinue? [y/N] `))) {
    complain('Nothing was sent.')
    return 2
  }
  try {
    const call = createCaller(limits)
    const proxy = await examineProxy(call, asked)
    const page = asked.page && (await examinePage(call, asked.page))
    const findings = judgeEvidence(proxy, page, asked)
    const ok = findings.every(({ status }) => status !== 'fail')
    report(findings, ok, asked, console)
    return ok ? 0 : 1
  } catch (error) {
    const sentence =
      error instanceof CallFailure ? error.message : `It met an error of its own: ${(error as Error).name}.`
    complain(`The doctor could not run. ${sentence}`)
    const fix =
      'Check the address of `--proxy`, and that the server runs. See docs/backend-contract.md#reachable.'
    if (asked.json)
      report([{ id: 'reachable', status: 'fail', detail: sentence, fix }], false, asked, console)
    return 2
  }
}

function announce({ proxy }: DoctorArguments): string {
  return (
    `The doctor asks ${proxy.href} for portals. Each answer may be a new link, at most ten; links end by themselves.\n` +
    `One request names the customer ${FOREIGN_CUSTOMER}, which a proxy must refuse or replace. It pushes and deletes nothing.`
  )
}

function report(
  findings: readonly Finding[],
  ok: boolean,
  { json }: DoctorArguments,
  { print, paint = (status) => status }: DoctorConsole,
): void {
  if (json) {
    print(JSON.stringify({ ok, checks: findings }, undefined, 2))
    return
  }
  const width = Math.max(...CHECKS.map((id) => id.length))
  for (const { id, status, detail, fix } of findings) {
    print(`${paint(status)}  ${id.padEnd(width)}  ${detail}${fix === null ? '' : ` Fix: ${fix}`}`)
  }
  const count = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length
  print(
    `\n${count('pass')} passed, ${count('fail')} failed, ${count('warn')} warned, ${count('skip')} skipped.`,
  )
}

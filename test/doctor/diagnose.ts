import type { CheckId } from '../../src/doctor/CHECKS'
import { DOCTOR_LIMITS, type DoctorLimits } from '../../src/doctor/createCaller'
import type { Finding } from '../../src/doctor/Finding'
import { runDoctor } from '../../src/doctor/runDoctor'
import { SESSION } from './brokenProxies/createPlainProxy'

/** What a run of the doctor gave. */
export interface Diagnosis {
  exitCode: number
  /** All that was printed, results and announcements. */
  output: string
  /** The findings by id. */
  findings: Partial<Record<CheckId, Finding>>
  /** The ids that neither pass nor are skipped, each with its status. */
  trouble: Partial<Record<CheckId, Finding['status']>>
}

/** Runs the doctor as the command does, with `--json` and `--yes`. */
export async function diagnose(
  options: readonly string[],
  limits: Partial<DoctorLimits> = {},
): Promise<Diagnosis> {
  const printed: string[] = []
  const said: string[] = []
  const exitCode = await runDoctor(
    ['doctor', '--json', '--yes', ...options],
    { print: (line) => printed.push(line), complain: (line) => said.push(line), confirm: undefined },
    { ...DOCTOR_LIMITS, ...limits },
  )
  const { checks } = JSON.parse(printed.join('\n') || '{ "checks": [] }') as { checks: Finding[] }
  const trouble = checks.filter(({ status }) => status === 'fail' || status === 'warn')
  return {
    exitCode,
    output: [...printed, ...said].join('\n'),
    findings: Object.fromEntries(checks.map((check) => [check.id, check])),
    trouble: Object.fromEntries(trouble.map(({ id, status }) => [id, status])),
  }
}

/** The options for a proxy of the tests: its address, and the session of a signed-in user. */
export function at(origin: string): string[] {
  return ['--proxy', `${origin}/api/seam`, '--header', SESSION]
}

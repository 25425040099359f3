#!/usr/bin/env node
import { createInterface } from 'node:readline/promises'
import { styleText } from 'node:util'
import { runDoctor } from './runDoctor'

const COLOURS = { pass: 'green', fail: 'red', warn: 'yellow', skip: 'dim' } as const

/** The command `react-seam-portal`. */
export async function main(): Promise<void> {
  // A question that is closed and not answered ends the process here.
  process.exitCode = 2
  process.exitCode = await runDoctor(process.argv.slice(2), {
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
    paint:
      process.stdout.isTTY && !process.env.NO_COLOR
        ? (status) => styleText(COLOURS[status], status)
        : undefined,
    confirm: process.stdin.isTTY && process.stderr.isTTY ? confirm : undefined,
  })
}

async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(question)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

void main()

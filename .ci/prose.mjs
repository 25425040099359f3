// Reports how hard the project's prose is to read: node .ci/prose.mjs [--at <commit>] [folder or file …]
// It reads pages, comments and the sentences inside strings. It is a report: it never fails a build.
// With --sample <number> it prints ten random comments and ten random sentences of src, the same for the same number.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { passagesOf } from './passagesOf.mjs'

/** What is read. Sentences for users are not prose of ours to shorten: the design document has them. */
const READ = /\.(md|mdx|[cm]?[jt]sx?|css)$/
const SKIPPED = /^(src\/components\/words\/|src\/sandbox\/page\/words\/|node_modules\/|dist\/|.*\.d\.m?ts$)/

/** This file, since it lists the words. */
const SELF = '.ci/prose.mjs'

/** Shorter ones are labels and not sentences. */
const SHORTEST = 4

/** Longer ones are listed. */
const LONG = 25

/** Words that hide who acts, and figures of speech. The right side is what to write instead. */
const VAGUE = {
  nobody: 'name who: the user, the browser; or say "signed out"',
  'no one': 'name who',
  whoever: 'name who',
  somebody: 'the user',
  someone: 'the user',
  anybody: 'name who',
  anyone: 'name who',
  everybody: 'every user',
  everyone: 'every user',
  'faces?': 'error state',
  unasked: 'automatic',
  regardless: 'say what happens',
  'in one breath': 'synchronously',
  'behind closed doors': 'hidden',
  'speaks? against': 'say what the problem is',
  'traps?': 'say what fails',
  '(?:a|an)? ?(?:Host|key|host) that is none': 'invalid',
  'cools?': 'evicts',
  'listened to': 'tested with a screen reader',
  'in vain': 'without result',
  honest: 'say what it shows',
  'comes? to life': 'hydrates',
  'asks? anew|made anew|loads? anew': 'again',
  'out of sight|in sight|in reach|within reach': 'hidden, visible',
}

const { values, positionals } = parseArgs({
  options: { at: { type: 'string' }, sample: { type: 'string' } },
  allowPositionals: true,
})
const git = (...args) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1e8 })

const listed = values.at ? git('ls-tree', '-r', '--name-only', values.at) : git('ls-files')
const files = listed
  .split('\n')
  .filter((file) => READ.test(file) && !SKIPPED.test(file) && file !== SELF)
  .filter((file) => !positionals.length || positionals.some((path) => file.startsWith(path)))

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const rows = files.map((file) => {
  const text = values.at ? git('show', `${values.at}:${file}`) : readFileSync(file, 'utf8')
  const passages = passagesOf(file, text)
  const sentences = passages
    .flatMap(({ words, line }) =>
      sentencesOf(words).map((text) => ({ line, text, length: countWords(text) })),
    )
    .filter(({ length }) => length >= SHORTEST)
  return {
    file,
    lengths: sentences.map(({ length }) => length),
    long: sentences.filter(({ length }) => length > LONG).map((sentence) => ({ file, ...sentence })),
    vague: passages.flatMap((passage) => vagueIn(file, passage)),
    passages: passages.map((passage) => ({ file, ...passage })),
  }
})

if (values.sample) sample(Number(values.sample))
else report(rows.filter(({ lengths }) => lengths.length))

/** For reading by a person who has not seen the code. Strings of src are errors and sentences for users. */
function sample(seed) {
  let state = seed
  // A linear congruential generator: the same passages for the same number, on every machine.
  const next = (below) => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % below
  const all = rows.flatMap(({ passages }) => passages).filter(({ words }) => countWords(words) >= 6)
  for (const kind of ['comment', 'string']) {
    process.stdout.write(`\n${kind}s\n`)
    const found = all.filter(
      (passage) => passage.kind === kind && (kind === 'comment' || passage.file.startsWith('src/')),
    )
    for (let left = Math.min(10, found.length); left > 0; left -= 1) {
      const [{ file, line, words }] = found.splice(next(found.length), 1)
      process.stdout.write(`  ${file}:${line}\n    ${words}\n`)
    }
  }
}

function report(rows) {
  process.stdout.write(`mean  longest  over ${LONG}  sentences  file\n`)
  for (const { file, lengths } of rows.toSorted((a, b) => mean(b.lengths) - mean(a.lengths)))
    process.stdout.write(`${line(lengths)}  ${file}\n`)
  process.stdout.write(`\nSentences over ${LONG} words\n`)
  for (const { file, line, length, text } of rows.flatMap(({ long }) => long))
    process.stdout.write(`  ${file}:${line} ${length}: ${text.trim().slice(0, 60)}…\n`)
  const vague = rows.flatMap((row) => row.vague)
  for (const [pattern, instead] of Object.entries(VAGUE)) {
    const hits = vague.filter((hit) => hit.pattern === pattern)
    if (hits.length) process.stdout.write(`\n${hits.length} × ${pattern} (${instead})\n`)
    for (const { place, found } of hits) process.stdout.write(`  ${place} ${found}\n`)
  }
  const all = rows.flatMap(({ lengths }) => lengths)
  process.stdout.write(`\nmean  longest  over ${LONG}  sentences\n${line(all)}  all ${rows.length} files\n`)
  process.stdout.write(`${vague.length} vague actors and figures of speech\n`)
}

function line(lengths) {
  const over = lengths.filter((length) => length > LONG).length
  const longest = Math.max(...lengths)
  return [
    mean(lengths).toFixed(1).padStart(4),
    `${longest}`.padStart(7),
    `${over}`.padStart(7),
    `${lengths.length}`.padStart(9),
  ].join('  ')
}

function sentencesOf(words) {
  const plain = words
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    // With a capital, since a sentence may begin with it.
    .replace(/`[^`]*`/g, 'Code')
    .replaceAll('<br>', '. ')
    .replace(/^\s*(?:[-*>]|\d+\.)\s+/, '')
    .replaceAll(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, '')
  return [...segmenter.segment(plain)].map(({ segment }) => segment)
}

function countWords(sentence) {
  return sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'._/-]*/gu)?.length ?? 0
}

function vagueIn(file, { words, line }) {
  const prose = words.replace(/`[^`]*`/g, 'code').replace(/\]\([^)]*\)/g, ']')
  return Object.keys(VAGUE).flatMap((pattern) =>
    [...prose.matchAll(new RegExp(`\\b(?:${pattern})\\b`, 'gi'))].map(([found]) => ({
      pattern,
      found,
      place: `${file}:${line}`,
    })),
  )
}

function mean(lengths) {
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length
}

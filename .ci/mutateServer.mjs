// Removes the handler's rules, one at a time and in memory only, and checks that the named test of each attack fails.
// Run `node .ci/mutateServer.mjs`, or add `--smoke` for three rules. It prints a table, and exits with 1 when no test
// fails without a rule.
import { startVitest } from 'vitest/node'
import { SERVER_RULES } from './SERVER_RULES.mjs'

/** The rules that a smoke run removes. */
const SMOKE = [1, 16, 17]

const rules = process.argv.includes('--smoke')
  ? SMOKE.map((attack) => SERVER_RULES.find(([of]) => of === attack))
  : SERVER_RULES

let unnoticed = 0
console.log('| attack | removed rule | failing tests |\n| ---: | --- | ---: |')
for (const [attack, file, rule, instead] of rules) {
  const failed = await failuresWithout(file, rule, instead)
  const named = failed.filter((name) => name.startsWith(`attack ${attack}:`))
  if (named.length === 0) unnoticed++
  console.log(`| ${attack} | \`${file}: ${rule.replaceAll('|', '\\|')}\` | ${named.length || '**none**'} |`)
}
console.log(`\n${rules.length} rules removed, ${unnoticed} without a failing test.`)
process.exit(unnoticed === 0 ? 0 : 1)

/** Returns the names of the tests that fail without one rule. */
async function failuresWithout(file, rule, instead) {
  let isGone = false
  const plugin = {
    name: 'mutate',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith(`/src/server/${file}.ts`)) return undefined
      isGone = code.includes(rule)
      return code.replace(rule, () => instead)
    },
  }
  const vitest = await startVitest(
    'test',
    ['test/server/attacks.test.ts'],
    { config: false, watch: false, reporters: [{}], include: ['test/server/attacks.test.ts'] },
    { plugins: [plugin] },
  )
  const modules = vitest.state.getTestModules()
  const failed = modules.flatMap((module) => [...module.children.allTests('failed')].map((test) => test.name))
  const broken = modules.flatMap((module) => module.errors())
  await vitest.close()
  if (!isGone)
    throw new Error(
      `${file} does not contain this rule, so it cannot be removed: ${rule}. Correct it in .ci/SERVER_RULES.mjs.`,
    )
  if (broken.length > 0) throw new Error(`Without ${rule} the tests do not start: ${broken[0].message}`)
  return failed
}

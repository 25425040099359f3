// Takes the proxy's rules away, one at a time and in memory only, and sees the named test of each attack fail.
// Run it as `node .ci/mutateServer.mjs`, or with `--smoke` for three rules; it prints a table and ends with 1 when a
// rule can go unnoticed.
import { startVitest } from 'vitest/node'
import { SERVER_RULES } from './SERVER_RULES.mjs'

const SMOKE = ['chooseCustomer', 'parseJson', 'requestIdOf']

const rules = process.argv.includes('--smoke')
  ? SERVER_RULES.filter(([, file]) => SMOKE.includes(file))
  : SERVER_RULES

let unnoticed = 0
console.log('| attack | rule taken away | failing tests |\n| ---: | --- | ---: |')
for (const [attack, file, rule, instead] of rules) {
  const failed = await failuresWithout(file, rule, instead)
  const named = failed.filter((name) => name.startsWith(`attack ${attack}:`))
  if (named.length === 0) unnoticed++
  console.log(`| ${attack} | \`${file}: ${rule.replaceAll('|', '\\|')}\` | ${named.length || '**none**'} |`)
}
console.log(`\n${rules.length} rules taken away, ${unnoticed} unnoticed.`)
process.exit(unnoticed === 0 ? 0 : 1)

/** The names of the tests that fail when one rule is gone. */
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
  if (!isGone) throw new Error(`${file} has no rule that reads: ${rule}`)
  if (broken.length > 0) throw new Error(`Without ${rule} the tests do not start: ${broken[0].message}`)
  return failed
}

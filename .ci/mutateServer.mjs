// Takes the proxy's rules away, one at a time and in memory only, and sees the named test of each attack fail.
// Run it as `node .ci/mutateServer.mjs`; it prints a table and ends with 1 when a rule can go unnoticed.
import { startVitest } from 'vitest/node'

/** Attack, file of src/server, the rule, and what stands there without it. */
const MUTATIONS = [
  [1, 'chooseCustomer', 'if (customers.includes(asked)) return asked', 'return asked'],
  [1, 'readPortal', 'link.customer_key !== customer_key', 'false'],
  [2, 'clampOptions', '...(granted.customer_resources_filters ?? []),', ''],
  [3, 'clampFeatures', 'return one === true || other === true', 'return one === true'],
  [3, 'clampFeatures', 'granted[name] === true && requested[name] !== false', 'requested[name] === true'],
  [3, 'clampFeatures', '|| isEmpty', ''],
  [3, 'clampFeatures', 'return one.filter((name) => other.includes(name))', 'return [...one]'],
  [
    4,
    'clampOptions',
    'granted.read_only || (requested.read_only ?? granted.read_only)',
    'requested.read_only',
  ],
  [5, 'planCreatePortal', 'Object.keys(records).length > 1', 'false'],
  [5, 'planPushData', '!(await isAllowed(grant.allow?.push_data, body))', 'false'],
  [6, 'isAllowed', '(await rule(subject)) === true', 'true'],
  [7, 'isAllowed', '(await rule(subject)) === true', '(await rule(subject))'],
  [8, 'planDeleteData', '!(await isAllowed(grant.allow?.delete_data, records))', 'false'],
  [8, 'planDeleteData', 'keys && keys.length > 0', 'false'],
  [8, 'planDeleteData', 'whole.length > 1', 'false'],
  [8, 'planDeleteData', '!customers.includes(customer_key)', 'false'],
  [8, 'planDeleteData', 'grant.allow?.delete_customer !== true', 'false'],
  [
    9,
    'planCreatePortal',
    '...clampOptions(requested, grant),',
    '...input,\n...clampOptions(requested, grant),',
  ],
  [9, 'optionsProblem', "name.startsWith('_') ||", ''],
  [10, 'planCreatePortal', 'profile !== grant.portal?.customization_profile_id', 'false'],
  [11, 'clampOptions', 'granted.deep_link ?? requested.deep_link', 'requested.deep_link'],
  [11, 'clampOptions', 'granted.landing_page ?? requested.landing_page', 'requested.landing_page'],
  [11, 'planCreatePortal', 'grant.allow?.portal !== undefined', 'false'],
  [12, 'clampOptions', 'granted.navigation_mode ?? requested.navigation_mode', 'requested.navigation_mode'],
  [12, 'clampOptions', 'granted.is_embedded ?? requested.is_embedded', 'requested.is_embedded'],
  [13, 'createPortalHandler', 'delete_data)$/', 'delete_data)/'],
  [13, 'createPortalHandler', 'ROUTE = /\\/customers', 'ROUTE = /customers'],
  [13, 'createPortalHandler', 'new URL(request.url).pathname', 'request.url'],
  [
    13,
    'createPortalHandler',
    'new URL(request.url).pathname',
    'decodeURIComponent(new URL(request.url).pathname)',
  ],
  [14, 'createPortalHandler', 'url: vendor + path', 'url: vendor + path + new URL(request.url).search'],
  [15, 'createPortalHandler', "request.method !== 'POST'", 'false'],
  [16, 'createPortalHandler', "accept: 'application/json'", '...Object.fromEntries(request.headers)'],
  [16, 'requestIdOf', '/^[\\w-]{1,64}$/.test(given)', 'true'],
  [17, 'readInput', 'FORBIDDEN.has(name)', 'false'],
  [17, 'readInput', 'depth > MAX_DEPTH', 'false'],
  [17, 'readBytes', 'length > maxBytes', 'false'],
  [17, 'parseJson', '{ fatal: true }', '{ fatal: false }'],
  [17, 'readInput', "!JSON_TYPE.test(request.headers.get('content-type') ?? '')", 'false'],
  [18, 'createPortalHandler', 'if (foreign)', 'if (false)'],
  [18, 'originProblem', "if (origin === 'null') return 'its Origin is null'", ''],
  [18, 'originProblem', "site === 'same-origin'", "site !== 'cross-site'"],
  [18, 'originProblem', 'isOwn(origin, request.url)', 'true'],
  [18, 'originProblem', 'page.host === here.host', 'page.hostname === here.hostname'],
  [18, 'originProblem', 'page.host === here.host', 'page.host.startsWith(here.host)'],
  [18, 'originProblem', "&& (page.protocol === here.protocol || page.protocol === 'https:')", ''],
  [18, 'originProblem', "request.headers.has('cookie')", 'false'],
  [19, 'createPortalHandler', 'await limitRate(', 'void (async () => {})('],
  [19, 'limitRate', 'ok === true', 'verdict'],
  [20, 'createPortalHandler', "'cache-control': 'no-store',", ''],
  [20, 'createPortalHandler', "'x-content-type-options': 'nosniff',", ''],
  [20, 'readPortal', 'if (problem)', 'if (false)'],
  [20, 'readPortal', 'refused: ${problem}.', 'refused: ${link.url}.'],
  [
    21,
    'refuseVendorError',
    "'The access service refused what it was asked for.'",
    "text(at(error, 'message'))",
  ],
  [21, 'refuseVendorError', 'Object.entries(sent)', 'Object.entries(tree)'],
  [21, 'redact', ".replace(SECRETS, '[redacted]')", ''],
  [22, 'readGrant', 'given === null || given === undefined', 'false'],
  [22, 'optionsProblem', "typeof options.authorize !== 'function'", 'false'],
  [
    22,
    'createPortalHandler',
    'refusal = error instanceof Refusal ? error : unexpected(error)',
    'throw error',
  ],
  [
    23,
    'optionsProblem',
    "typeof window !== 'undefined' && typeof document !== 'undefined' && !options.fetch",
    'false',
  ],
  [23, 'vendorHeaders', "value.startsWith('seam_pk') || value.startsWith('seam_cst')", 'false'],
]

let unnoticed = 0
console.log('| attack | rule taken away | failing tests |\n| ---: | --- | ---: |')
for (const [attack, file, rule, instead] of MUTATIONS) {
  const failed = await failuresWithout(file, rule, instead)
  const named = failed.filter((name) => name.startsWith(`attack ${attack}:`))
  if (named.length === 0) unnoticed++
  console.log(`| ${attack} | \`${file}: ${rule.replaceAll('|', '\\|')}\` | ${named.length || '**none**'} |`)
}
console.log(`\n${MUTATIONS.length} rules taken away, ${unnoticed} unnoticed.`)
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

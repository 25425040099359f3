import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import entries from './.ci/entries.json' with { type: 'json' }
import manifest from './package.json' with { type: 'json' }
import { bundledProgram } from './.ci/bundledProgram.mjs'
import { findChromium } from './test/support/findChromium.mjs'

const external = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]

/** What browser tests import from node_modules. */
const BROWSER_DEPENDENCIES = [
  '@babel/parser',
  '@tanstack/react-query',
  'fast-check',
  '@testing-library/jest-dom/vitest',
  '@testing-library/react',
  '@testing-library/user-event',
  'react',
  'react-dom',
  'react-dom/client',
  'react-dom/server',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
  'zod/mini',
]

/** What the tests of the look import beyond that. */
const LOOK_DEPENDENCIES = [
  '@emotion/styled',
  '@headlessui/react',
  '@mui/material/ClickAwayListener',
  '@mui/material/CssBaseline',
  '@mui/material/Dialog',
  '@mui/material/GlobalStyles',
  '@mui/material/Menu',
  '@mui/material/MenuItem',
  '@mui/material/Modal',
  '@mui/material/styles',
  '@radix-ui/react-dialog',
  '@radix-ui/react-dropdown-menu',
  'axe-core',
  'react-aria-components',
  'tailwindcss',
]

/** What stories import beyond that. */
const STORY_DEPENDENCIES = [
  '@storybook/addon-a11y/preview',
  '@storybook/addon-docs/preview',
  '@storybook/addon-docs/blocks',
  '@storybook/react-vite',
  '@storybook/react/entry-preview',
  '@storybook/react/entry-preview-docs',
  'storybook/test',
]

/** The file that `npx react-seam-portal` runs. No module imports it, so it is not an entry. */
const COMMAND = 'src/doctor/main.ts'

/** One output file for each source file, so that each keeps its own "use client". */
const EACH_MODULE = { preserveModules: true, preserveModulesRoot: 'src' }

const REACT_18 = fileURLToPath(new URL('test/react18/node_modules', import.meta.url))

/**
 * Files of tests that run at the same time. Vitest leaves one core to itself, so on two cores it would run one. Projects
 * of another `groupOrder` wait for those before.
 */
const AT_ONCE = Math.max(2, availableParallelism() - 1)

/** Set whatever NODE_ENV is, because a host's production build must not import React's development runtime. */
const production: Plugin = {
  name: 'production',
  config(_, { command }) {
    if (command === 'build') process.env.NODE_ENV = 'production'
  },
}

export default defineConfig({
  publicDir: false,
  plugins: [production, bundledProgram(), react()],
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    // The default minifier sorts the lines of a rule: 0.12 kB more after gzip.
    cssMinify: 'esbuild',
    // Library mode turns this off and then refuses an entry that is a stylesheet.
    cssCodeSplit: true,
    cssTarget: 'esnext',
    lib: {
      entry: Object.fromEntries(
        [...Object.values(entries), COMMAND].map((source) => [source.replace(/^src\/|\.\w+$/g, ''), source]),
      ),
    },
    rolldownOptions: {
      // portalStaticDir looks for `import.meta` only where it is.
      checks: { emptyImportMeta: false },
      external: (id) =>
        id.startsWith('node:') || external.some((name) => id === name || id.startsWith(`${name}/`)),
      output: [
        { format: 'es', ...EACH_MODULE, entryFileNames: '[name].js' },
        // For what cannot load the modules, such as Jest. `esModule`: Babel and TypeScript import from it by name.
        {
          format: 'cjs',
          ...EACH_MODULE,
          entryFileNames: '[name].cjs',
          esModule: true,
          strict: true,
          sourcemap: false,
        },
      ],
    },
  },
  test: process.env.VITEST ? await tests() : {},
})

/** The vitest projects: tests in Node, in Chromium, and with whole processes. */
async function tests() {
  const chromium = await findChromium()
  const { storybookTest } = await import('@storybook/addon-vitest/vitest-plugin')
  const provider = playwright({
    launchOptions: { executablePath: chromium.executablePath, env: chromium.env, args: chromium.args },
  })
  // A function, because projects would change a shared object.
  const browser = () => ({
    enabled: true,
    headless: true,
    provider,
    screenshotFailures: false,
    instances: [{ browser: 'chromium' as const }],
  })
  return {
    projects: [
      {
        extends: true as const,
        test: {
          name: 'unit',
          // Properties try hundreds of cases. On a loaded machine that takes longer than the default of 5 seconds.
          testTimeout: 30_000,
          // A loaded machine takes longer than the default second.
          expect: { poll: { timeout: 10_000 } },
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [
            '**/node_modules/**',
            'test/**/*.browser.test.tsx',
            'test/e2e/**',
            'test/queue/**',
            'test/hosts/**',
            'test/browsers/**',
          ],
          globalSetup: ['test/support/installSdk.ts'],
          setupFiles: ['test/support/silentConsole.ts'],
          maxWorkers: AT_ONCE,
        },
      },
      {
        extends: true as const,
        // Listed here, because Vite reloads the page under a running test when it finds a new dependency.
        optimizeDeps: { include: [...BROWSER_DEPENDENCIES, ...LOOK_DEPENDENCIES] },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.tsx'],
          setupFiles: ['test/support/silentConsole.ts', 'test/support/browserSetup.ts'],
          globalSetup: ['test/support/sandboxHost.ts'],
          browser: browser(),
          maxWorkers: AT_ONCE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true as const,
        // The same tests with the oldest supported React. It has no <Activity>, which came with React 19.
        cacheDir: 'node_modules/.vite-react18',
        resolve: { alias: [{ find: /^(react|react-dom)(\/.*)?$/, replacement: `${REACT_18}/$1$2` }] },
        optimizeDeps: { include: [...BROWSER_DEPENDENCIES] },
        test: {
          name: 'react18',
          include: ['test/components/*.browser.test.tsx', 'test/hooks/*.browser.test.tsx'],
          exclude: ['test/components/activity.browser.test.tsx'],
          setupFiles: ['test/support/silentConsole.ts', 'test/support/browserSetup.ts'],
          globalSetup: ['test/support/sandboxHost.ts'],
          browser: browser(),
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true as const,
        plugins: [storybookTest({ configDir: '.storybook', disableAddonDocs: true })],
        optimizeDeps: { include: [...BROWSER_DEPENDENCIES, ...STORY_DEPENDENCIES] },
        test: {
          name: 'storybook',
          setupFiles: ['test/support/silentConsole.ts'],
          browser: browser(),
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true as const,
        test: {
          name: 'e2e',
          // A loaded machine takes longer than the default second.
          expect: { poll: { timeout: 10_000 } },
          environment: 'node',
          include: ['test/e2e/**/*.test.ts', 'test/hosts/fast.test.ts', 'test/queue/*.test.ts'],
          globalSetup: ['test/queue/installQueue.ts', 'test/e2e/packOnce.ts', 'test/e2e/warmDemo.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: AT_ONCE,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true as const,
        test: {
          name: 'browsers',
          environment: 'node',
          include: ['test/browsers/*.test.ts'],
          globalSetup: ['test/e2e/packOnce.ts', 'test/browsers/bundleHost.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One for each browser. They wait more than they work.
          maxWorkers: 3,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true as const,
        test: {
          name: 'hosts',
          environment: 'node',
          include: ['test/hosts/*.test.ts', 'test/e2e/next.test.ts'],
          globalSetup: ['test/e2e/packOnce.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  }
}

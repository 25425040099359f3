import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Testing Library cleans up after each test where `afterEach` is a global.
  test: { globals: true },
  oxc: { jsx: { runtime: 'automatic' } },
})

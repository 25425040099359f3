import { afterEach, beforeEach, expect, vi } from 'vitest'

// The library prints nothing by default, so a test fails when it prints an unexpected line.
// A test that expects a line reads it from the spy and calls mockClear.
beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {})
})

afterEach(() => {
  const lines = [...vi.mocked(console.warn).mock.calls, ...vi.mocked(console.error).mock.calls]
  vi.restoreAllMocks()
  expect(
    lines.map((line) => line.map(String).join(' ')),
    'lines in the console',
  ).toEqual([])
})

import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { packConsumer } from '../e2e/packConsumer'
import { startDemo } from '../e2e/startDemo'
import { bundleHostApp } from '../support/bundleHostApp'

declare module 'vitest' {
  interface ProvidedContext {
    /** The host's files: each path, and its text. */
    hostFiles: Record<string, string>
    /** Where the demo is. */
    demoOrigin: string
    /** When this run began, in ISO 8601. */
    runBegan: string
  }
}

/** Builds a host's page from the packed library, and starts the demo. */
export default async function bundleHost(project: TestProject): Promise<() => Promise<void>> {
  project.provide('runBegan', new Date().toISOString())
  const consumer = packConsumer(project.getProvidedContext().tarball)
  const files = await bundleHostApp(consumer)
  await rm(consumer, { recursive: true, force: true })
  project.provide('hostFiles', {
    ...files,
    // A browser from before light-dark(), which knows no such function.
    '/old.css': files['/styles.css']?.replaceAll('light-dark(', 'no-such-function(') ?? '',
  })
  const demo = await startDemo()
  project.provide('demoOrigin', demo.origin)
  return demo.stop
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { packLibrary } from './packLibrary'

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the packed library. */
    tarball: string
  }
}

/** Builds and packs the library once, before the files of tests that install it. They run at the same time. */
export default function packOnce(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'seam-packed-'))
  project.provide('tarball', packLibrary(folder))
  return () => rmSync(folder, { recursive: true, force: true })
}

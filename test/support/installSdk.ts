import { installFolder } from '../../.ci/installFolder.mjs'

/** Installs the official clients once, before the files of tests that run at the same time need them. */
export function setup(): void {
  installFolder('test/sdk')
}

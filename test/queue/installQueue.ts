import { installFolder } from '../../.ci/installFolder.mjs'

/** Installs the packages of the queue demo, before its tests import them. */
export function setup(): void {
  installFolder('demo/queue')
}

/** Installs the packages of a folder's own lockfile, unless they are there. */
export function installFolder(folder: string): void

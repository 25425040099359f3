import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Only the build of modules has it. `node -e` gives modules a `__dirname` too, so that cannot tell the two apart.
const here = import.meta.url ? dirname(fileURLToPath(import.meta.url)) : __dirname

/**
 * The absolute path of a folder with the portal's page, for the `staticDirs` of your Storybook. `portalDecorator` loads
 * the page from there, so a static build shows the portal too.
 */
export const portalStaticDir: string = join(here, '../static')

// Writes the portal's page beside the build, for the `staticDirs` of a host's Storybook: see portalStaticDir.
import { mkdirSync, writeFileSync } from 'node:fs'
import { portalPageHtml } from '../dist/sandbox/index.js'

mkdirSync('dist/testing/static', { recursive: true })
writeFileSync('dist/testing/static/portal.html', portalPageHtml())

import type { StorybookConfig } from '@storybook/react-vite'
import { bundledProgram } from '../.ci/bundledProgram.mjs'
import type * as Sandbox from '../src/sandbox/index'
import { type Plugin, runnerImport } from 'vite'

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: {
    name: '@storybook/react-vite',
    options: {
      strictMode: true,
      // The library's own vite.config.ts builds a library, not a site.
      builder: { viteConfigPath: '.storybook/vite.config.ts' },
    },
  },
  core: { disableTelemetry: true, enableCrashReports: false, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (vite) => ({ ...vite, plugins: [...(vite.plugins ?? []), portalPage()] }),
}

export default config

/** Adds the sandbox's portal as `portal.html` beside the stories, because a static host has no vendor. */
function portalPage(): Plugin {
  return {
    name: 'portal-page',
    configureServer({ middlewares, watcher }) {
      // Kept until a file of the sandbox is saved: to make it takes longer than to draw a story.
      let page: Promise<string> | undefined
      watcher.on('change', (file) => {
        if (file.includes('/src/')) page = undefined
      })
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        if (!pathname.endsWith('/portal.html')) return next()
        response.setHeader('content-type', 'text/html; charset=utf-8')
        page ??= html()
        page.then((text) => response.end(text), next)
      })
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'portal.html', source: await html() })
    },
  }
}

async function html(): Promise<string> {
  const { module } = await runnerImport<typeof Sandbox>('./src/sandbox/index.ts', {
    plugins: [bundledProgram()],
  })
  return module.portalPageHtml()
}

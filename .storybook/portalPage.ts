import { type Plugin, runnerImport } from 'vite'

/** Puts the sandbox's portal beside the stories as `portal.html`, since a static host has no vendor. */
export function portalPage(): Plugin {
  return {
    name: 'portal-page',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        if (!pathname.endsWith('/portal.html')) return next()
        response.setHeader('content-type', 'text/html; charset=utf-8')
        html().then((text) => response.end(text), next)
      })
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'portal.html', source: await html() })
    },
  }
}

async function html(): Promise<string> {
  const { module } = await runnerImport<typeof import('../src/sandbox/index')>('./src/sandbox/index.ts')
  return module.portalPageHtml()
}

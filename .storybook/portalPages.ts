import { type Plugin, runnerImport } from 'vite'

/** A portal that goes on loading: a document opened again after its end is never finished. */
const UNFINISHED = `<!doctype html>
<html lang="en">
<title>Still loading</title>
<script>addEventListener('DOMContentLoaded', () => document.open())</script>
`

/**
 * Serves the sandbox's portal as a file beside the stories, and one that never finishes loading: frames need a page,
 * and a static host has no vendor.
 */
export function portalPages(): Plugin {
  return {
    name: 'portal-pages',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const name = /\/(portal|unfinished)\.html$/.exec(new URL(request.url ?? '/', 'http://localhost').pathname)
        if (!name) return next()
        response.setHeader('content-type', 'text/html; charset=utf-8')
        if (name[1] === 'unfinished') return response.end(UNFINISHED)
        portalPage().then((html) => response.end(html), next)
      })
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'portal.html', source: await portalPage() })
      this.emitFile({ type: 'asset', fileName: 'unfinished.html', source: UNFINISHED })
    },
  }
}

async function portalPage(): Promise<string> {
  const { module } = await runnerImport<typeof import('../src/sandbox/index')>('./src/sandbox/index.ts')
  return module.portalPageHtml()
}

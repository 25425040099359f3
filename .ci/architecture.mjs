// Writes the chart of a portal's states into docs/architecture.md: node .ci/architecture.mjs
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'vite'
import { stateDiagram } from './stateDiagram.mjs'

const server = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' })
const { PORTAL_STATES } = await server.ssrLoadModule('/src/portal/PORTAL_STATES.ts')
await server.close()
const path = 'docs/architecture.md'
const text = await readFile(path, 'utf8')
await writeFile(path, text.replace(/```mermaid[\s\S]*?```/, stateDiagram(PORTAL_STATES)))

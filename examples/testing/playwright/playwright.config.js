import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  use: { baseURL: 'http://127.0.0.1:5173' },
  webServer: { command: 'npx vite --host 127.0.0.1 --port 5173', cwd: '..', url: 'http://127.0.0.1:5173' },
})

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { bundledProgram } from '../.ci/bundledProgram.mjs'

export default defineConfig({
  publicDir: false,
  plugins: [bundledProgram(), react()],
  build: { chunkSizeWarningLimit: 3000 },
})

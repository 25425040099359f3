import type { Plugin } from 'vite'

export function bundledProgram(): Plugin
export function bundleProgram(path: string): Promise<{ text: string; files: string[] }>

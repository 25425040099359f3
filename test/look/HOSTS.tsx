/// <reference types="vite/client" />
import bootstrap from 'bootstrap/dist/css/bootstrap.css?inline'
import reboot from 'bootstrap/dist/css/bootstrap-reboot.css?inline'
import CssBaseline from '@mui/material/CssBaseline'
import pico from '@picocss/pico/css/pico.css?inline'
import mvp from 'mvp.css/mvp.css?inline'
import type { ReactElement } from 'react'
import simple from 'simpledotcss/simple.css?inline'
import { compile } from 'tailwindcss'
import preflight3 from 'tailwindcss-3/lib/css/preflight.css?raw'
import tailwind4 from 'tailwindcss/index.css?raw'
import water from 'water.css/out/water.css?inline'

/** What a framework puts on a page. */
export interface Host {
  /** Its stylesheet. */
  css?: string
  /** What it renders beside the page. */
  baseline?: ReactElement
}

/** Utilities that a host's own pages use, so that they are in its stylesheet. */
export const UTILITIES = ['rounded-none', 'bg-red-500', 'px-10', 'h-120', 'w-80', 'border-4', 'text-lg']

/** The pages that our parts may find themselves on. */
export const HOSTS: Record<string, () => Promise<Host>> = {
  // As its compiler does where the host has set nothing: theme(a path, its default).
  'Tailwind 3 preflight': async () => ({
    css: preflight3.replaceAll(/theme\('[^']+', ([^;]+)\);/g, '$1;'),
  }),
  'Tailwind 4 preflight and utilities': async () => ({ css: await compileTailwind() }),
  'Bootstrap 5 reboot': async () => ({ css: reboot }),
  'Bootstrap 5': async () => ({ css: bootstrap }),
  'MUI CssBaseline': async () => ({ baseline: <CssBaseline /> }),
  'MUI CssBaseline with its colour scheme': async () => ({ baseline: <CssBaseline enableColorScheme /> }),
}

/** Stylesheets that style bare elements: a header, a button, a dialog, whatever their names. */
export const BARE: Record<string, string> = {
  Pico: pico,
  'Water.css': water,
  'Simple.css': simple,
  'MVP.css': mvp,
}

/** Tailwind 4's stylesheet for the utilities in use, with what a host writes before it. */
export async function compileTailwind(before = ''): Promise<string> {
  const compiler = await compile(`${before}@import "tailwindcss";`, {
    loadStylesheet: async (path) => ({ path, base: '/', content: tailwind4 }),
  })
  return compiler.build([...UTILITIES])
}

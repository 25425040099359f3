import type { PortalSnapshot } from './PortalSnapshot'
import { portalPageStyle } from './portalPageStyle'
import { program } from './program/startPage.ts?program'
import type { Locale } from '../../wire/LOCALES'
import { deDE } from './words/deDE'
import { elGR } from './words/elGR'
import { enUS, type PageWords } from './words/enUS'
import { esES } from './words/esES'
import { frFR } from './words/frFR'
import { itIT } from './words/itIT'
import { nlNL } from './words/nlNL'
import { plPL } from './words/plPL'
import { ptPT } from './words/ptPT'
import { ruRU } from './words/ruRU'

/**
 * Returns the portal's page as one HTML document. Style and script are inside it, and it loads nothing.
 * Without a snapshot it is the file for a static host: the page then reads what to show from the hash of its address.
 * It uses no storage, no cookies and no requests, so it also runs in a frame without `allow-same-origin`.
 */
export function portalPageHtml(snapshot?: PortalSnapshot): string {
  const { locale = 'en-US' } = snapshot?.options ?? {}
  return `<!doctype html>
<html lang="${locale}" data-portal-locale="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="robots" content="noindex">
<title>${PORTAL_WORDS[locale].title}</title>
<link rel="icon" href="data:,">
<style>${portalPageStyle}</style>
</head>
<body>
<div id="portal" class="app"></div>
<div id="status" class="status" role="status"></div>
<script type="application/json" id="words">${embed(PORTAL_WORDS)}</script>
${snapshot ? `<script type="application/json" id="snapshot">${embed(snapshot)}</script>\n` : ''}<script>${program}</script>
</body>
</html>
`
}

// Only `<` can end a script element. JSON has it in strings only, where an escape means the same.
function embed(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** The page's words in all ten languages. The page holds all of them, because its user can change the language. */
const PORTAL_WORDS: Record<Locale, PageWords> = {
  'en-US': enUS,
  'pt-PT': ptPT,
  'fr-FR': frFR,
  'it-IT': itIT,
  'es-ES': esES,
  'de-DE': deDE,
  'nl-NL': nlNL,
  'el-GR': elGR,
  'pl-PL': plPL,
  'ru-RU': ruRU,
}

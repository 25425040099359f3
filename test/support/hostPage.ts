/** What the page of hostApp.tsx is asked for in its address. */
export interface HostPageQuery {
  /** What it shows. */
  show?: string
  /** Which waits are shorter than for users: from how many milliseconds to how many. */
  shorten?: string
  /** The path of its stylesheet. */
  style?: string
  /** Its direction of writing. */
  dir?: 'ltr' | 'rtl'
}

/** Writes the page of hostApp.tsx. */
export function hostPage(
  portal: string,
  { show = 'frame', shorten = '', style = '/styles.css', dir = 'ltr' }: HostPageQuery,
): string {
  return `<!doctype html>
<html lang="en" dir="${dir}" data-portal="${portal}" data-show="${show}" data-shorten="${shorten}">
<meta charset="utf-8"><title>Host</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
<div id="app"></div>
<script type="module" src="/app.js"></script>`
}

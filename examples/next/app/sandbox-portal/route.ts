import { portalPageHtml } from 'react-seam-portal/sandbox'

/** The sandbox's portal page. Remove it, and lib/sandbox.ts, when you have a key. */
export const GET = () =>
  new Response(portalPageHtml(), { headers: { 'content-type': 'text/html; charset=utf-8' } })

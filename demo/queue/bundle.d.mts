/** Bundles the programs of the queue demo into a folder: main.mjs, page.js and page-look.css. */
export function bundle(outdir: string): Promise<void>

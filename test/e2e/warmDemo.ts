import { startDemo } from './startDemo'

/** Starts the demo once, before tests start several at a time: its first start on a machine writes Vite's cache. */
export default async function warmDemo(): Promise<void> {
  const demo = await startDemo()
  await demo.stop()
}

// Takes the picture of the queue demo in docs/: node .ci/picturesQueue.mjs [folder]
import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright'
import { findChromium } from '../test/support/findChromium.mjs'

const folder = process.argv[2] ?? 'docs'

const demo = spawn(process.execPath, ['demo/queue/start.mjs'], {
  // The vendor's failure is dead at once, so that the run is still under way.
  env: { ...process.env, PORT: '0', RETRY_DELAY: '0' },
})
try {
  const origin = await new Promise((resolve, reject) => {
    let output = ''
    demo.stdout.on('data', (chunk) => {
      output += chunk
      const [address] = /http:\/\/localhost:\d+(?=\n)/.exec(output) ?? []
      if (address) resolve(address)
    })
    demo.once('close', () => reject(new Error('The demo ended before it had begun.')))
  })
  const { executablePath, env, args } = await findChromium()
  const browser = await chromium.launch({ executablePath, env, args })
  await mkdir(folder, { recursive: true })
  const page = await browser.newPage({
    viewport: { width: 1280, height: 640 },
    deviceScaleFactor: 1.5,
    colorScheme: process.argv[3] ?? 'light',
  })
  const shoot = (name) => page.screenshot({ path: `${folder}/${name}.png` })
  await page.goto(origin)
  await page.getByText('Worker 3').waitFor()
  if (process.argv[2]) await shoot('queue-before')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Sync 40 customers' }).click()
  // A dead letter, and a worker that was just killed: everything that the page can show.
  await page.getByRole('heading', { name: 'Dead letters' }).waitFor({ timeout: 120_000 })
  await page.getByRole('button', { name: 'Kill worker 2' }).click()
  await page.getByText('Killed', { exact: true }).waitFor()
  await page.mouse.move(640, 4)
  await shoot('queue')
  if (process.argv[2]) {
    await page
      .getByText(/needs? attention/)
      .first()
      .waitFor({ timeout: 120_000 })
    await shoot('queue-after')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.screenshot({ path: `${folder}/queue-390.png`, fullPage: true })
  }
  await browser.close()
} finally {
  demo.kill()
}

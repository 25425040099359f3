import { describeBrowser } from './describeBrowser'
import { driveByPuppeteer } from './driveByPuppeteer'

describeBrowser('chromium', async () => driveByPuppeteer('chromium'))

import { describeBrowser } from './describeBrowser'
import { driveByPuppeteer } from './driveByPuppeteer'

describeBrowser('firefox', async () => driveByPuppeteer('firefox'))

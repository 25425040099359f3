import { describeBrowser } from './describeBrowser'
import { driveByPuppeteer } from './driveByPuppeteer'

describeBrowser(async () => driveByPuppeteer('firefox'), 'firefox')

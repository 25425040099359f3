import { describeBrowser } from './describeBrowser'
import { driveWebKit } from './driveWebKit'

describeBrowser('webkit', driveWebKit)

import { describeBrowser } from './describeBrowser'
import { driveWebKit } from './driveWebKit'

describeBrowser(driveWebKit, 'webkit')

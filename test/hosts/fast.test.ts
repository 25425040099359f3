import { describeHosts } from './describeHosts'
import { FAST_HOSTS, THEMES_HOST } from './HOSTS'
import { THEMES } from './SCHEMES'

describeHosts([...FAST_HOSTS, { ...THEMES_HOST, schemes: THEMES }])

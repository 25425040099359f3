import { afterAll, beforeAll } from 'vitest'
import { type NextExample, startNext } from '../e2e/startNext'
import { describeColours } from './describeColours'
import { describeHosts } from './describeHosts'
import { NEXT_HOSTS, REST_HOSTS } from './HOSTS'
import { SCHEMES } from './SCHEMES'

describeHosts(REST_HOSTS)

let example: NextExample | undefined
beforeAll(async () => {
  example = await startNext('webpack', 'seam_test_of_the_build')
})
afterAll(() => example?.stop())
describeColours(
  NEXT_HOSTS[1],
  () => `${example?.origin}/colours`,
  SCHEMES,
  () => example?.versions ?? {},
)

import { describe, expect, it } from 'vitest'
import { CreatePortalRequest, DeleteDataRequest, PushDataRequest } from '../../src/schemas/index'
import { jsonSchemaVerdict } from './jsonSchemaVerdict'
import { nearValidBodies, seededRandom } from './nearValidBodies'
import { OPEN_API } from './openApi'

const BODIES = Number(process.env.SCHEMA_BODIES ?? 20_000)
const SEED = Number(process.env.SCHEMA_SEED ?? Date.now() % 1_000_000_000)

const schemas = {
  create_portal: CreatePortalRequest,
  push_data: PushDataRequest,
  delete_data: DeleteDataRequest,
}

describe(`the request schemas, with SCHEMA_SEED=${SEED},`, () => {
  for (const operation of ['create_portal', 'push_data', 'delete_data'] as const) {
    it(`judge ${BODIES} bodies of ${operation} as the vendor's OpenAPI text does`, {
      timeout: 60_000,
    }, () => {
      const allows = jsonSchemaVerdict(OPEN_API[operation])
      const nextBody = nearValidBodies(OPEN_API[operation], seededRandom(SEED))
      let allowed = 0
      for (let index = 0; index < BODIES; index += 1) {
        const body: unknown = JSON.parse(JSON.stringify(nextBody()))
        const theirs = allows(body)
        const ours = schemas[operation].safeParse(body)
        if (theirs) allowed += 1
        if (ours.success === theirs) continue
        const { issues = [] } = ours.error ?? {}
        expect.fail(
          `Body ${index} of SCHEMA_SEED=${SEED} is ${theirs ? 'allowed' : 'refused'} by the text and not by us. ` +
            `${JSON.stringify(body)} ${JSON.stringify(issues)}`,
        )
      }
      // Bodies that all pass, or all fail, would not compare the two.
      expect(
        Math.abs(allowed / BODIES - 0.5),
        `distance from half and half, SCHEMA_SEED=${SEED}`,
      ).toBeLessThan(0.15)
    })
  }
})

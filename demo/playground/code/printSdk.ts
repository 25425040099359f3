import type { PortalOptions } from '../../../src/schemas/index'
import { PLACEHOLDER_CUSTOMER } from './PLACEHOLDER_CUSTOMER'
import type { PlaygroundConfig } from './PlaygroundConfig'
import { Code, printLiteral } from './printLiteral'
import { statedOptions } from './statedOptions'

/** Prints a call of the vendor's own client, for a server. The client reads the key from `SEAM_API_KEY`. */
export function printSdk(config: PlaygroundConfig): string {
  const body = {
    ...statedOptions(config, 'vendor'),
    customer_data: { customer_key: config.customer_key ?? PLACEHOLDER_CUSTOMER },
  }
  return `import { SeamHttp } from '@seamapi/http'

const seam = new SeamHttp()
const portal = await seam.customers.createPortal(${printLiteral(withCasts(body))})
`
}

/** The API takes a boolean in a filter. The client's type has only strings. */
function withCasts(body: PortalOptions): object {
  const filters = body.customer_resources_filters?.map((filter) =>
    typeof filter.value === 'boolean'
      ? { ...filter, value: new Code(`${filter.value} as unknown as string`) }
      : filter,
  )
  return filters ? { ...body, customer_resources_filters: filters } : body
}

import { PLACEHOLDER_CUSTOMER } from './PLACEHOLDER_CUSTOMER'
import type { PlaygroundConfig } from './PlaygroundConfig'
import { statedOptions } from './statedOptions'

/** Prints a command for a shell that makes this portal at the vendor. The shell reads the key from `SEAM_API_KEY`. */
export function printCurl(config: PlaygroundConfig): string {
  const body = {
    ...statedOptions(config, 'vendor'),
    customer_data: { customer_key: config.customer_key ?? PLACEHOLDER_CUSTOMER },
  }
  return `curl https://connect.getseam.com/customers/create_portal \\
  --header "Authorization: Bearer $SEAM_API_KEY" \\
  --header "Content-Type: application/json" \\
  --data ${quote(JSON.stringify(body, undefined, 2))}
`
}

/** In single quotes a shell reads every character as it is. Only the quote itself has to be outside of them. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

import type { PortalOptions } from '../../../src/schemas/index'

/** What a person has chosen in the playground. The printers make code of it, and `parsePaste` reads it from code. */
export interface PlaygroundConfig {
  /** The wire fields of create_portal, without `customer_data`. */
  options: PortalOptions
  /** Where the portal is: in the page, or in what a button opens. */
  presentation: 'inline' | 'dialog' | 'drawer' | 'tab'
  /** The title that the user sees. */
  heading?: string
  /** Forces the look of the library's own parts. The portal's page is always light. */
  theme?: 'light' | 'dark'
  /** The customer, where one user serves several. Printed code has a placeholder without it. */
  customer_key?: string
}

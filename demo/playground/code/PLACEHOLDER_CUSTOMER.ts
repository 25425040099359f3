/** The customer in printed code when none is chosen. `parsePaste` reads it as none. */
export const PLACEHOLDER_CUSTOMER = 'your-customer-key'

/** What is about to be sent to the vendor, and about whom. */
export interface VendorPlan {
  /** The customer it is about, where it is about one. */
  customer_key: string | undefined
  /** The body, made of what the schemas know and the grant allows. */
  body: object
}

/** Tells the developer what the vendor would have ignored without an error. */
export interface SandboxWarning {
  /** The kind of the warning. */
  code: SandboxWarningCode
  /** What happened, why it matters and what to do. */
  message: string
  /** The path in the body, such as `reservations[].space_keys`. */
  path?: string
  /** The customer of the data, when the request named one. */
  customer_key?: string
}

/**
 * The kinds of warnings.
 *
 * - `unknown_field`: the vendor does not know the field and drops it.
 * - `deprecated_field`: the field still works, but the vendor has replaced it.
 * - `duplicate_email`: two people have the same e-mail address. The stays of the second person are skipped.
 * - `foreign_key`: another customer of the workspace has a record with this key. That record stays unchanged.
 * - `unknown_space`, `unknown_person`: a stay names a place or a person that was never pushed, so it gives no access.
 * - `unknown_profile`: the workspace has no such customization profile.
 * - `unknown_resource`: the portal should open on a record that the customer does not have.
 * - `unknown_key`: delete_data found no record with this key.
 * - `customer_key_ignored`: delete_data has no `customer_key`. It has the list `customer_keys`.
 * - `sites_not_deletable`: delete_data cannot delete sites.
 * - `whole_customer_deleted`: `customer_keys` deletes every record of a customer, whatever other lists say.
 * - `customer_key_missing`: create_portal named no customer.
 * - `conflicting_providers`: a provider is both accepted and excluded.
 * - `snapshot_truncated`: the link of a static page had no room for every record.
 */
export type SandboxWarningCode =
  | 'unknown_field'
  | 'deprecated_field'
  | 'duplicate_email'
  | 'foreign_key'
  | 'unknown_space'
  | 'unknown_person'
  | 'unknown_profile'
  | 'unknown_resource'
  | 'unknown_key'
  | 'customer_key_ignored'
  | 'sites_not_deletable'
  | 'whole_customer_deleted'
  | 'customer_key_missing'
  | 'conflicting_providers'
  | 'snapshot_truncated'

/** What the vendor would have passed over in silence, told to the developer. */
export interface SandboxWarning {
  /** Which silence it is. */
  code: SandboxWarningCode
  /** What happened, why it matters and what to do. */
  message: string
  /** Where in the body, such as `reservations[].space_keys`. */
  path?: string
  /** Whose data it was about, where the request said. */
  customer_key?: string
}

/**
 * The vendor's silences.
 * `unknown_field`: the field is dropped. `deprecated_field`: it still works, and has a successor.
 * `duplicate_email`: reservations of whoever has the address second are skipped.
 * `foreign_key`: the key belongs to another customer of the workspace, so the record is left as it is.
 * `unknown_space`, `unknown_person`: a stay names somebody or somewhere that was never pushed, so nobody gets in.
 * `unknown_profile`: no such customization profile. `unknown_resource`: the page to open is not there.
 * `unknown_key`: nothing to delete. `customer_key_ignored`: delete_data knows `customer_keys` only.
 * `sites_not_deletable`: delete_data knows no sites. `whole_customer_deleted`: `customer_keys` outweighs the lists.
 * `customer_key_missing`: a portal of nobody. `conflicting_providers`: one provider both accepted and excluded.
 * `snapshot_truncated`: the link of a static page had no room for every record.
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

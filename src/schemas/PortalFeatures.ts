import * as z from 'zod/mini'
import type { ObjectOf } from './RecordOf'

const flag = z.optional(z.boolean())
const names = z.optional(z.array(z.string()))
const text = z.optional(z.string())

const part = {
  /** Hides this part of the portal. */
  exclude: flag,
}

const connect = {
  /** The portal offers only these providers, by the vendor's keys. */
  accepted_providers: names,
  /** The portal does not offer these providers, by the vendor's keys. */
  excluded_providers: names,
}

const events = {
  /** The portal offers only these event types. An empty list offers all. */
  allowed_events: names,
  /** The event types that are selected at first. */
  default_events: names,
}

const confirmation = {
  /** The heading of the question. */
  title: text,
  /** The text of the question. The portal replaces `{count}` with the number of devices. */
  body: text,
  /** The label of the button that confirms. */
  confirm_button_label: text,
  /** The label of the button that cancels. */
  cancel_button_label: text,
}

const manage = {
  /** Hides the management of reservations. */
  exclude_reservation_management: flag,
  /** Hides the technical details of reservations. */
  exclude_reservation_technical_details: flag,
  /** Hides the management of staff. */
  exclude_staff_management: flag,
  /** The filter above the list of events. */
  events: z.optional<ObjectOf<EventsFields>>(z.object(events)),
  /** Your words for the question before devices become managed. The vendor bills managed devices. */
  device_management_confirmation: z.optional<ObjectOf<ConfirmationFields>>(z.object(confirmation)),
}

const configure = {
  /** Lets the customer change access rules. Without it, the customer cannot. */
  allow_access_automation_rule_customization: flag,
  /** Lets the customer change climate rules. Without it, the customer cannot. */
  allow_climate_automation_rule_customization: flag,
  /** Lets the customer change the look of instant keys. Without it, the customer cannot. */
  allow_instant_key_customization: flag,
}

const features = {
  /** Connects accounts of device providers. */
  connect: z.optional<ObjectOf<ConnectFields>>(z.object({ ...part, ...connect })),
  /** Manages reservations, staff, devices and events. */
  manage: z.optional<ObjectOf<ManageFields>>(z.object({ ...part, ...manage })),
  /**
   * The older name of `manage`.
   * @deprecated The vendor replaced it with `manage`.
   */
  manage_devices: z.optional<ObjectOf<PartFields>>(z.object(part)),
  /** Assigns devices to spaces. */
  organize: z.optional<ObjectOf<PartFields>>(z.object(part)),
  /** Configures automation rules and instant keys. */
  configure: z.optional<ObjectOf<ConfigureFields>>(z.object({ ...part, ...configure })),
}

/** The parts of the portal that a customer sees. A part that is not named is on. */
export const PortalFeatures: ObjectOf<PortalFeaturesFields> = z.object(features)
export type PortalFeatures = z.input<typeof PortalFeatures>

// TypeScript writes interfaces into declaration files by name, and so keeps the docblocks of their fields.
type Part = typeof part
type Connect = typeof part & typeof connect
type Events = typeof events
type Confirmation = typeof confirmation
type Manage = typeof part & typeof manage
type Configure = typeof part & typeof configure
type Features = typeof features
interface PartFields extends Part {}
interface ConnectFields extends Connect {}
interface EventsFields extends Events {}
interface ConfirmationFields extends Confirmation {}
interface ManageFields extends Manage {}
interface ConfigureFields extends Configure {}
/** The schemas of the fields of `PortalFeatures`. */
export interface PortalFeaturesFields extends Features {}

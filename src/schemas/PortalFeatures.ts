import * as z from 'zod/mini'
import type { ObjectOf } from './RecordOf'

const flag = z.optional(z.boolean())
const names = z.optional(z.array(z.string()))
const text = z.optional(z.string())

const part = {
  /** Leaves the part out. */
  exclude: flag,
}

const connect = {
  /** The only providers to offer, by the vendor's keys. */
  accepted_providers: names,
  /** Providers not to offer, by the vendor's keys. */
  excluded_providers: names,
}

const events = {
  /** The only event types to offer. Empty: all. */
  allowed_events: names,
  /** The event types chosen at first. */
  default_events: names,
}

const confirmation = {
  /** The question's heading. */
  title: text,
  /** `{count}` stands for the number of devices. */
  body: text,
  /** The button that says yes. */
  confirm_button_label: text,
  /** The button that says no. */
  cancel_button_label: text,
}

const manage = {
  /** Takes the managing of reservations away. */
  exclude_reservation_management: flag,
  /** Hides technical details in reservations. */
  exclude_reservation_technical_details: flag,
  /** Takes the managing of staff away. */
  exclude_staff_management: flag,
  /** The filter above the list of events. */
  events: z.optional<ObjectOf<EventsFields>>(z.object(events)),
  /** Your words in the question asked before devices begin to be managed, and billed. */
  device_management_confirmation: z.optional<ObjectOf<ConfirmationFields>>(z.object(confirmation)),
}

const configure = {
  /** Lets the customer change the rules of access. Off unless set. */
  allow_access_automation_rule_customization: flag,
  /** Lets the customer change the rules of climate. Off unless set. */
  allow_climate_automation_rule_customization: flag,
  /** Lets the customer change how instant keys look. Off unless set. */
  allow_instant_key_customization: flag,
}

const features = {
  /** Linking accounts of lock makers. */
  connect: z.optional<ObjectOf<ConnectFields>>(z.object({ ...part, ...connect })),
  /** Reservations, staff, devices and events. */
  manage: z.optional<ObjectOf<ManageFields>>(z.object({ ...part, ...manage })),
  /**
   * What `manage` was before.
   * @deprecated The vendor replaced it by `manage`.
   */
  manage_devices: z.optional<ObjectOf<PartFields>>(z.object(part)),
  /** Assigning devices to spaces. */
  organize: z.optional<ObjectOf<PartFields>>(z.object(part)),
  /** Automation rules and instant keys. */
  configure: z.optional<ObjectOf<ConfigureFields>>(z.object({ ...part, ...configure })),
}

/** Which parts of the portal a customer sees. Whatever is left out is on. */
export const PortalFeatures: ObjectOf<PortalFeaturesFields> = z.object(features)
export type PortalFeatures = z.input<typeof PortalFeatures>

// Interfaces, because declaration files keep their names, and with the names the docblocks.
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
/** The fields of `PortalFeatures`, as schemas. */
export interface PortalFeaturesFields extends Features {}

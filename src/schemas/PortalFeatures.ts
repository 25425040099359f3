import * as z from 'zod/mini'

const flag = z.optional(z.boolean())
const names = z.optional(z.array(z.string()))
const text = z.optional(z.string())

/** Which parts of the portal a customer sees. Whatever is left out is on. */
export const PortalFeatures = z.object({
  /** Linking accounts of lock makers. */
  connect: z.optional(
    z.object({
      /** Leaves the part out. */
      exclude: flag,
      /** The only providers to offer, by the vendor's keys. */
      accepted_providers: names,
      /** Providers not to offer, by the vendor's keys. */
      excluded_providers: names,
    }),
  ),
  /** Reservations, staff, devices and events. */
  manage: z.optional(
    z.object({
      /** Leaves the part out. */
      exclude: flag,
      /** Takes the managing of reservations away. */
      exclude_reservation_management: flag,
      /** Hides technical details in reservations. */
      exclude_reservation_technical_details: flag,
      /** Takes the managing of staff away. */
      exclude_staff_management: flag,
      /** The filter above the list of events. */
      events: z.optional(
        z.object({
          /** The only event types to offer. Empty: all. */
          allowed_events: names,
          /** The event types chosen at first. */
          default_events: names,
        }),
      ),
      /** Your words in the question asked before devices begin to be managed, and billed. */
      device_management_confirmation: z.optional(
        z.object({
          /** The question's heading. */
          title: text,
          /** `{count}` stands for the number of devices. */
          body: text,
          /** The button that says yes. */
          confirm_button_label: text,
          /** The button that says no. */
          cancel_button_label: text,
        }),
      ),
    }),
  ),
  /** @deprecated The vendor replaced it by `manage`. */
  manage_devices: z.optional(z.object({ /** Leaves the part out. */ exclude: flag })),
  /** Assigning devices to spaces. */
  organize: z.optional(z.object({ /** Leaves the part out. */ exclude: flag })),
  /** Automation rules and instant keys. */
  configure: z.optional(
    z.object({
      /** Leaves the part out. */
      exclude: flag,
      /** Lets the customer change the rules of access. Off unless set. */
      allow_access_automation_rule_customization: flag,
      /** Lets the customer change the rules of climate. Off unless set. */
      allow_climate_automation_rule_customization: flag,
      /** Lets the customer change how instant keys look. Off unless set. */
      allow_instant_key_customization: flag,
    }),
  ),
})
export type PortalFeatures = z.input<typeof PortalFeatures>

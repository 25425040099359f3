import type { CustomerData } from '../../src/schemas/index'
import type { CustomerRecord } from './CUSTOMERS'

/** Returns a customer's records in the vendor's form, under the dashboard's own keys. */
export function toCustomerData({ key, properties, reservations }: CustomerRecord): CustomerData {
  return {
    customer_key: key,
    properties: properties.map(({ key, name }) => ({ property_key: key, name })),
    rooms: properties.flatMap(({ rooms }) => rooms.map(({ key, name }) => ({ room_key: key, name }))),
    reservations: reservations.map(({ code, property_key, room_key, arrives, leaves }) => ({
      reservation_key: code,
      name: code,
      starts_at: arrives,
      ends_at: leaves,
      property_keys: [property_key],
      room_keys: [room_key],
    })),
  }
}

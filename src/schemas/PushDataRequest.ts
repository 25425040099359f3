import type * as z from 'zod/mini'
import { CustomerData } from './CustomerData'

/** The body of `POST /customers/push_data`: a customer and their records. */
export const PushDataRequest = CustomerData
export type PushDataRequest = z.input<typeof PushDataRequest>

import type * as z from 'zod/mini'
import type { ResourceList } from '../wire/RESOURCE_KEYS'
import { CustomerData } from './CustomerData'

/** Returns the schema of one record of a list, for code that checks records one by one. */
export function recordSchemaOf(list: ResourceList): z.ZodMiniType {
  return CustomerData.shape[list]._zod.def.innerType._zod.def.element
}

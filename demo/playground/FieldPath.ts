import type { CreatePortalInput } from '../../src/index'

/** These objects have one control, so their own fields have no rows. */
type Whole = 'customer_data' | 'deep_link' | 'landing_page'

type PathsOf<Fields, Above extends string = ''> = {
  [Name in keyof Fields & string]-?: Name extends Whole
    ? `${Above}${Name}`
    : NonNullable<Fields[Name]> extends string | boolean | readonly unknown[]
      ? `${Above}${Name}`
      : PathsOf<NonNullable<Fields[Name]>, `${Above}${Name}.`>
}[keyof Fields & string]

/** The path of every wire field of create_portal: `features.connect.exclude`. It follows the schemas. */
export type FieldPath = PathsOf<CreatePortalInput>

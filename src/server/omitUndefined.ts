/** Copies an object without the fields that are undefined, so that they are not sent. */
export function omitUndefined<Fields extends object>(fields: Fields): Fields {
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(fields) as (keyof Fields & string)[]) {
    if (fields[name] !== undefined) kept[name] = fields[name]
  }
  return kept as Fields
}

/** A copy without the fields that are undefined: what nobody said is not sent. */
export function said<Fields extends object>(fields: Fields): Fields {
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(fields) as (keyof Fields & string)[]) {
    if (fields[name] !== undefined) kept[name] = fields[name]
  }
  return kept as Fields
}

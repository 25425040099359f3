/** A copy without the fields that are undefined: what nobody said is not sent. */
export function said<Fields extends object>(fields: Fields): Fields {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) kept[name] = value
  return kept as Fields
}

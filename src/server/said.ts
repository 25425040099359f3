/** A copy without the fields that are undefined: what nobody said is not sent. */
export function said<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}

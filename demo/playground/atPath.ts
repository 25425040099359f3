type Fields = Record<string, unknown>

/** Reads the value at a path such as `features.connect.exclude`. */
export function atPath(fields: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Fields | undefined)?.[name], fields)
}

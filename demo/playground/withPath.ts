type Fields = Record<string, unknown>

/** Copies the fields with another value at a path. Undefined removes the field. */
export function withPath<Of extends object>(fields: Of, path: string, value: unknown): Of {
  const [name = '', ...rest] = path.split('.')
  const { [name]: before, ...others } = fields as Fields
  const after = rest.length ? withPath((before ?? {}) as Fields, rest.join('.'), value) : value
  return (after === undefined ? others : { ...(fields as Fields), [name]: after }) as Of
}

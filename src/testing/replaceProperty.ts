/** Puts a property in the place of another. The returned function puts the other one back. */
export function replaceProperty(target: object, name: string, property: PropertyDescriptor): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, { ...property, configurable: true })
  return () => {
    Reflect.deleteProperty(target, name)
    if (own) Object.defineProperty(target, name, own)
  }
}

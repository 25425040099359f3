/**
 * Gives a `Request` that is made when its first property is read. Making one costs more time than all checks of the
 * handler, and a host whose `authorize` reads Node's own request never needs it. For a host it is like any `Request`:
 * `instanceof`, `new Request(request)` and `fetch(request)` work. Where they would not, it is made at once.
 */
export function lazyRequest(make: () => Request): Request {
  takesStandIn ??= isStandInTaken()
  return takesStandIn ? standInFor(make) : make()
}

let takesStandIn: boolean | undefined

/** Node keeps the state of a `Request` in properties until version 22, and in private fields since version 24. */
function isStandInTaken(): boolean {
  try {
    const { method, headers, url } = new Request(standInFor(createSample))
    return method === 'PUT' && headers.get('accept') === 'text/x' && url === 'https://localhost/'
  } catch {
    return false
  }
}

function createSample(): Request {
  return new Request('https://localhost/', { method: 'PUT', headers: { accept: 'text/x' } })
}

function standInFor(make: () => Request): Request {
  let made: Request | undefined
  const methods = new Map<PropertyKey, unknown>()
  return new Proxy(Object.create(Request.prototype) as Request, {
    get(own, name) {
      // A framework may have set a property of its own.
      if (Object.hasOwn(own, name)) return Reflect.get(own, name) as unknown
      // Libraries compare it with their own platform's, or its name.
      if (name === 'constructor') return Request
      if (methods.has(name)) return methods.get(name)
      made ??= make()
      const value: unknown = Reflect.get(made, name)
      if (typeof value !== 'function') return value
      const method: unknown = value.bind(made)
      methods.set(name, method)
      return method
    },
  })
}

import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Listens only on loopback, on the first free port from `from` on. Returns the port.
 * `localhost` has two addresses. It takes both, because a browser could reach another program on the second one.
 */
export async function listenOnLoopback(
  listener: RequestListener,
  from: number,
  hosts: readonly string[],
): Promise<number> {
  for (let port = from; port < from + 100; port++) {
    const taken: Server[] = []
    try {
      for (const host of hosts) {
        const server = await listen(listener, taken[0] ? portOf(taken[0]) : port, host)
        if (server) taken.push(server)
      }
      if (taken[0]) return portOf(taken[0])
    } catch (error) {
      for (const server of taken) server.close()
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    }
  }
  throw new Error(`The demo cannot start: no port from ${from} on is free. Set PORT to one that is.`)
}

async function listen(listener: RequestListener, port: number, host: string): Promise<Server | undefined> {
  const server = createServer(listener)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has only one address.
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(undefined)
      else reject(error)
    })
    server.listen(port, host, () => resolve(server))
  })
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

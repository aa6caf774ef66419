import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** A port on the loopback interface that nobody listens on: the wanted one if possible (0: any). */
export async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0
}

async function tryPort(wanted: number): Promise<number | null> {
  const server = createServer()
  try {
    const listening = once(server, 'listening')
    server.listen(wanted, '127.0.0.1')
    await listening
    const { port } = server.address() as AddressInfo
    return port
  } catch {
    return null
  } finally {
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
}

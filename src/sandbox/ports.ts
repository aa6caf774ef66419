import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { IntakeError } from '../foundation/intake-error.ts'

export interface Ports {
  readonly imap: number
  readonly smtp: number
}

const HOST = '127.0.0.1'
/** Below the ranges from which systems take ports for outgoing connections, so that ours is free again next time. */
const QUIET = { from: 20_000, to: 32_000 } as const
const TRIES = 20

/** The ports of the last time, as far as they are known. */
export function rememberedPorts(directory: string): Partial<Ports> {
  try {
    const value = JSON.parse(readFileSync(join(directory, 'ports.json'), 'utf8')) as Record<string, unknown>
    const { imap, smtp } = value
    return { ...(isPort(imap) ? { imap } : {}), ...(isPort(smtp) ? { smtp } : {}) }
  } catch {
    return {}
  }
}

export function rememberPorts(directory: string, ports: Ports): void {
  const file = join(directory, 'ports.json')
  writeFileSync(`${file}.tmp`, JSON.stringify(ports))
  renameSync(`${file}.tmp`, file)
}

/**
 * Listens on loopback and returns the port: the one that is ordered, else the remembered one if it is free, else any.
 * Rejects with `IntakeError mailbox` when an ordered port is taken.
 */
export async function listenOn(server: Server, ordered: number | undefined, last: number | undefined): Promise<number> {
  if (ordered) {
    if (await tryPort(server, ordered)) return ordered
    throw new IntakeError(
      'mailbox',
      `Port ${ordered} on ${HOST} is taken by another program, so the sandbox cannot listen there. Stop that program or choose another port.`,
    )
  }
  const random = Array.from({ length: TRIES }, () => QUIET.from + Math.floor(Math.random() * (QUIET.to - QUIET.from)))
  for (const port of [...(last ? [last] : []), ...random, 0]) {
    if (await tryPort(server, port)) return (server.address() as AddressInfo).port
  }
  throw new IntakeError(
    'mailbox',
    `No port on ${HOST} could be opened for the sandbox. Check the limits of this machine.`,
  )
}

/** False when the port is taken or not ours to take; any other failure is thrown. */
function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', listening)
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    }
    const listening = () => {
      server.off('error', failed)
      resolve(true)
    }
    server.once('error', failed).once('listening', listening)
    server.listen(port, HOST)
  })
}

function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 65_536
}

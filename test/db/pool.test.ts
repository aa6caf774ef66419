import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createFlowPool, despiteDeadlocks, transaction } from '../../src/db/pool.ts'

/** A message of the server (PostgreSQL documentation, 53.7): a letter, the length with itself, the rest. */
function message(letter: string, rest: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(rest.length + 4)
  return Buffer.concat([Buffer.from(letter), length, rest])
}

const WELCOME = [message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))]
const KILLED = message(
  'E',
  Buffer.from('SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0'),
)

test('a server that is killed in the very moment in which it lets us in fails the transaction, not the process', async () => {
  // No real server can be killed between two messages of one packet; the kill of the outage tests came there once.
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(Buffer.concat([...WELCOME, KILLED])))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const uncaught: unknown[] = []
  const hear = (error: unknown) => void uncaught.push(error)
  process.prependListener('uncaughtException', hear)
  onTestFinished(() => void process.off('uncaughtException', hear))

  const { port } = server.address() as AddressInfo
  const pool = createFlowPool(`postgresql://intagree@127.0.0.1:${port}/intagree`, 1, () => undefined)
  onTestFinished(() => pool.end())
  await expect(transaction(pool, 'begin', async () => 'done')).rejects.toThrow()
  expect(uncaught).toEqual([])
})

const failing = (times: number, code: string) => {
  let turns = 0
  return async () => {
    turns += 1
    if (turns <= times) throw Object.assign(new Error(code), { code })
    return turns
  }
}

test.each([
  ['whoever was stopped once does it again', 1, '40P01', 2],
  ['who is stopped again and again is told in the end', 9, '40P01', '40P01'],
  ['what failed otherwise is told at once', 1, '23505', '23505'],
])('%s', async (_what, times, code, end) => {
  const ended = await despiteDeadlocks(failing(times, code)).catch((error: Error) => error.message)
  expect(ended).toBe(end)
})

import { describe, expect, it } from 'vitest'
import { until } from '../support/until.ts'
import { mail, useSandbox } from './sandbox-fixture.ts'

const at = useSandbox()

describe('waiting for mail', () => {
  it('tells every session in IDLE, and the one that stored the mail', async () => {
    const [idle, alsoIdle, busy] = [await at.client(), await at.client(), await at.client()]
    const told: string[] = []
    for (const [name, client] of Object.entries({ idle, alsoIdle, busy })) {
      await client.mailboxOpen('INBOX')
      client.on('exists', ({ count, prevCount }) => told.push(`${name} ${prevCount}->${count}`))
    }
    const waits = [idle.idle(), alsoIdle.idle()]
    await until(() => idle.idling && alsoIdle.idling, { what: 'both are in IDLE' })
    await busy.append('INBOX', mail('news'))
    await until(() => told.length === 3, { what: 'all three were told' })
    expect(told.sort()).toEqual(['alsoIdle 0->1', 'busy 0->1', 'idle 0->1'])
    await Promise.all([idle.noop(), alsoIdle.noop(), ...waits])
  })

  it('tells of flags and of mails that go', async () => {
    const [idle, busy] = [await at.client(), await at.client()]
    await busy.append('INBOX', mail('one'))
    await busy.append('INBOX', mail('two'))
    await idle.mailboxOpen('INBOX')
    await busy.mailboxOpen('INBOX')
    const told: unknown[] = []
    idle.on('flags', ({ seq, flags }) => told.push([seq, ...flags]))
    idle.on('expunge', ({ seq }) => told.push(`expunge ${seq}`))
    const wait = idle.idle()
    await until(() => idle.idling, { what: 'the session is in IDLE' })
    await busy.messageFlagsAdd('2', ['\\Seen'])
    await busy.messageDelete('1')
    await until(() => told.length >= 3, { what: 'three changes were told' })
    expect(told).toEqual([[2, '\\Seen'], [1, '\\Deleted'], 'expunge 1'])
    await idle.noop()
    await wait
    expect(await idle.fetchOne('1', { uid: true })).toMatchObject({ uid: 2 })
  })
})

/** A newcomer types `npm start` with nothing configured: it works, leaves nothing behind, and answers nobody twice. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { processesOf } from '../../support/embedded-postgres.ts'
import { imapAccount, otherClient } from '../../support/imap-client.ts'
import { caughtUp, installation, type Running } from '../../support/installation.ts'
import type { AccountingLine, MessageLine, OutboxLine } from '../../support/ledger-check.ts'
import { until } from '../../support/until.ts'

const ROOT = process.getuid?.() === 0
const NOBODY = 65_534
const SEEDS = readdirSync(new URL('../../../src/sandbox/seeds', import.meta.url)).length

const USERS: readonly (readonly [string, { readonly uid?: number }])[] = [
  [ROOT ? 'root' : 'the current user', {}],
  ...(ROOT ? [['a user without any rights', { uid: NOBODY }] as const] : []),
]

describe.each(USERS)('as %s', (_who, as) => {
  test('all samples are processed, answers lie in the mailboxes, a second start answers nothing again', async () => {
    const site = await installation(onTestFinished, as)
    const first = await site.start()
    await first.ready()
    await caughtUp(site, first)

    const messages = await site.lines<MessageLine>(['messages'])
    expect(messages).toHaveLength(SEEDS)
    expect(messages.filter((row) => row.outcome === 'quarantined' || row.outcome === 'duplicate')).toEqual([])
    const outbox = await site.lines<OutboxLine>(['outbox'])
    const people = messages.filter((row) => row.kind === 'human')
    // All but the one that only adds a detail to a case which was acknowledged.
    expect(outbox.length).toBeGreaterThanOrEqual(people.length - 1)
    expect(new Set(outbox.map((row) => row.state))).toEqual(new Set(['sent']))
    expect(await repliesIn(first, outbox)).toEqual(outbox.map((row) => row.messageId).sort())
    expect(await site.lines<AccountingLine>(['accounting'])).toMatchObject([
      { inMailbox: SEEDS, taken: SEEDS, beforeStart: 0, remainder: 0 },
    ])

    await first.end(20_000)
    expect({ code: first.exitCode(), left: processesOf(site.home), group: inGroup(first.pid) }).toEqual({
      code: 0,
      left: [],
      group: [],
    })
    expect(first.output()).toContain('nothing is lost')

    const second = await site.start()
    await second.ready()
    await until(async () => (await second.metric('intagree_last_sync_timestamp_seconds')) > 0, {
      what: 'it has looked',
    })
    await caughtUp(site, second)
    expect(await site.lines<MessageLine>(['messages'])).toEqual(messages)
    expect(await repliesIn(second, outbox)).toEqual(outbox.map((row) => row.messageId).sort())

    await second.kill9()
    await until(() => processesOf(site.home).length === 0, { ms: 5_000, what: 'no database process is left' })
  })
})

test('a second start on the same data says who has it, and does no harm', async () => {
  const site = await installation(onTestFinished)
  const first = await site.start()
  await first.ready()
  const second = await site.start()
  await until(() => !second.running(), { ms: 30_000, what: 'the second start has ended' })
  expect(second.exitCode()).toBeGreaterThan(0)
  expect(second.output()).toMatch(/in use by process \d+.*(Stop that process|INTAGREE_HOME)/)
  expect(second.output()).not.toContain('bug in intagree')
  await caughtUp(site, first)
})

/** Message-IDs of what lies in the mailboxes of those we answered. */
async function repliesIn(program: Running, outbox: readonly OutboxLine[]): Promise<readonly string[]> {
  const port = / at 127\.0\.0\.1:(\d+), INBOX \(sandbox/.exec(program.output())?.[1]
  const found: string[] = []
  for (const to of new Set(outbox.map((row) => row.to))) {
    const client = await otherClient(imapAccount(`imap://${encodeURIComponent(to)}:clec@127.0.0.1:${port}/INBOX`))
    await client.mailboxOpen('INBOX', { readOnly: true })
    found.push(...(await client.fetchAll('1:*', { envelope: true })).map((mail) => mail.envelope?.messageId ?? ''))
    await client.logout()
  }
  return found.sort()
}

/** Processes that still belong to a process group (proc(5), field 5 of stat). */
function inGroup(group: number): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      const stat = readFileSync(join('/proc', pid, 'stat'), 'latin1')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) === group
    } catch {
      return false
    }
  })
}

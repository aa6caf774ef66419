/** A desk that learns, as a conversation: the program is wrong about a mail, a person says so, and it is told better. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ADDRESS, openDesk } from '../../support/desk.ts'
import { type Dovecot, startDovecot } from '../../support/dovecot.ts'
import { caughtUp } from '../../support/installation.ts'
import { LABELLED } from '../../support/labelled.ts'
import type { MessageLine, OutboxLine } from '../../support/ledger-check.ts'
import { plain } from '../../support/mail-raw.ts'
import type { WrittenMail } from '../../support/mail-writer.ts'

let dovecot: Dovecot

beforeAll(async () => {
  dovecot = await startDovecot()
})
afterAll(() => dovecot?.stop())

const REQUEST = mail('odile@pinebarrens.example', 'Interconnection agreement for Oregon', [
  'Hello,',
  '',
  'Pine Barrens Telephone, LLC would like to negotiate an interconnection agreement for Oregon.',
  'Please tell me who our counterpart is.',
  '',
  'Odile Marsh',
])
const NEWS = mail('tam@saltflat.example', 'Our request of January', [
  'What is the status of our request? We have not heard from you since January.',
  '',
  'Tam Rourke',
])

test('it is corrected, trained, put to use, replayed and taken back', async () => {
  const { site, sink, deliver } = await openDesk(onTestFinished, { dovecot, user: 'desk' })
  const program = await site.start()
  await program.ready()
  await deliver([REQUEST, NEWS])
  await caughtUp(site, program)
  const [request, news] = await site.lines<MessageLine>(['messages'])
  const id = String(request?.id)
  const ref = request?.caseRefs[0] as string
  const outbox = await site.lines<OutboxLine>(['outbox'])
  expect(outbox.map(({ to, state }) => [to, state])).toEqual([
    ['odile@pinebarrens.example', 'sent'],
    ['tam@saltflat.example', 'sent'],
  ])

  // What was decided is what would be decided: nothing was learned yet.
  expect(await say('replay')).toBe('\n0 of 2 mails would be different; nothing was changed or sent\n')

  const kept = await say(
    'correct',
    id,
    '--intents',
    'process-question',
    '--company',
    'Pine Barrens Telephone Cooperative',
  )
  expect(kept).toBe(
    `Mail ${id} is kept as human · process-question · Pine Barrens Telephone Cooperative · OR. "intagree train" learns from it.\nMended: ${ref}.\n`,
  )
  const [mended] = await site.lines<CaseLines>(['case', ref])
  expect(mended).toMatchObject({
    company: 'Pine Barrens Telephone Cooperative',
    state: 'OR',
    agreement: null,
    path: null,
  })
  expect(mended?.timeline).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ event: 'mail-corrected', messageId: request?.id }),
      expect.objectContaining({ event: 'corrected', messageId: request?.id }),
    ]),
  )

  const trained = await say('train', '--only', LABELLED)
  expect(trained).toContain('1 mails of 1 writers, each judged by a model that did not know its writer:')
  expect(trained).toMatch(/^intent +mails +before +precision +before +recall /)
  expect(trained).toMatch(
    /Kept as version 1, 1 correction among its mails\. Put it to use with: intagree model use 1\n$/,
  )

  expect(await models()).toEqual([
    [0, true, 0],
    [1, false, 1],
  ])
  expect(await say('replay')).toMatch(/^\n0 of 2 mails would be different/)
  const tried = await site.lines<Replayed>(['replay', '--model', '1'])

  expect(await say('model', 'use', '1')).toBe('Model 1 is in use.\n')
  expect(await models()).toEqual([
    [0, false, 0],
    [1, true, 1],
  ])
  const replayed = await site.lines<Replayed>(['replay'])
  expect(replayed).toEqual(tried)
  const told = replayed.find((line) => line.id === request?.id)
  expect(told?.caseRefs).toEqual([ref])
  expect(told?.differences).toContainEqual({
    field: 'intents',
    before: 'agreement-request',
    after: 'process-question',
  })
  expect(replayed.at(-1)?.totals).toMatchObject({ mails: 2, unreadable: 0, fields: { intents: 1 } })
  // A model of so few mails is sure of nothing that it was not shown.
  expect(await say('replay', '--all')).toMatch(
    new RegExp(`^mail ${id}  ${ref}  Interconnection agreement for Oregon\n[\\s\\S]*mail ${news?.id}  `),
  )

  expect(await say('model', 'use', '0')).toBe('Model 0 is in use.\n')
  expect(await say('replay')).toMatch(/^\n0 of 2 mails would be different/)

  // All the while nothing was sent, and no decision was touched.
  expect(await site.lines<OutboxLine>(['outbox'])).toEqual(outbox)
  expect(await site.lines<MessageLine>(['messages'])).toEqual([request, news])
  expect(sink.mails()).toHaveLength(2)
  expect(program.running()).toBe(true)

  /** What a command answers; it must have nothing to complain of. */
  async function say(...args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await site.run(...args)
    expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' })
    return stdout
  }

  async function models(): Promise<readonly (readonly [number, boolean, number])[]> {
    const lines = await site.lines<ModelLine>(['model'])
    return lines.map(({ version, inUse, corrections }) => [version, inUse, corrections])
  }
})

interface CaseLines {
  readonly timeline: readonly object[]
}

interface ModelLine {
  readonly version: number
  readonly inUse: boolean
  readonly corrections: number
}

interface Replayed {
  readonly id?: number
  readonly caseRefs?: readonly string[]
  readonly differences?: readonly object[]
  readonly totals?: object
}

function mail(from: string, subject: string, lines: readonly string[]): WrittenMail {
  const messageId = `<${subject.replace(/\W/g, '')}@${from.split('@')[1]}>`
  const header = [
    `From: ${from}`,
    `To: ${ADDRESS}`,
    `Subject: ${subject}`,
    'Date: Mon, 23 Nov 2026 09:00:00 -0700',
    `Message-ID: ${messageId}`,
  ]
  return { sort: 'human', messageId, envelopeFrom: from, from, subject, raw: plain(header, lines.join('\n')) }
}

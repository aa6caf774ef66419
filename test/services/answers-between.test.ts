/** An answer typed into our letter, as Outlook quotes it: our letter lies in the outbox, and what it does not say is new. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letterText } from '../../src/compose/letter-text.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import { understand } from '../../src/domain/understand/understand.ts'
import { shippedModel } from '../../src/learning/shipped.ts'
import { OURS } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter } from '../support/letters.ts'

let ledger: Ledger
const MODEL = shippedModel()
const FROM = 'Robin Vale <robin@juniper.example>'

beforeAll(async () => {
  ledger = await openLedger('answers_between')
})
afterAll(() => ledger?.stop())

const desk = () =>
  decider(ledger, { understand: (mail: ReadMail) => understand(mail, { ownAddresses: [OURS], model: MODEL }) })

/** What we wrote to the carrier, as its program quotes it, and the letter's Message-ID. */
async function ourLetter(): Promise<{ readonly id: string; readonly lines: readonly string[] }> {
  const text = `Juniper Fiber, LLC formally requests to negotiate an interconnection agreement for Colorado under Sections 251 and 252.\n\nRobin Vale`
  await desk().receive(letter({ from: FROM, text }).mail)
  const [sent] = await ledger.rows<{ message_id: string; raw: Buffer }>('select message_id, raw from outbox')
  if (sent === undefined) throw new Error('the request was not answered')
  const words = (await letterText(sent.raw)).split('\n')
  return { id: sent.message_id, lines: words }
}

test('is read as the writer’s own words; where our letter is not at hand a person is told', async () => {
  const { id, lines } = await ourLetter()
  const asks = lines.findIndex((line) => /OCN|company number/i.test(line))
  expect(asks, 'the letter asks for the company number').toBeGreaterThan(0)
  const quoted = [...lines.slice(0, asks + 1), 'Our OCN is 987C.', ...lines.slice(asks + 1)]
  const head = `From: Desk <${OURS}>\nSent: Monday, March 2, 2026 9:05 AM\nTo: ${FROM}\nSubject: RE: Interconnection request\n`
  const answer = (inReplyTo: string) =>
    letter({
      from: FROM,
      subject: 'RE: Interconnection request',
      inReplyTo,
      text: ['Answers below.', '', head, ...quoted].join('\n'),
    })

  const { decision } = await desk().receive(answer(id).mail)
  expect(decision.understanding.identifiers).toMatchObject({ ocn: '987C' })
  const between = `select count(*)::int from task where once like 'between %'`
  expect(await ledger.value<number>(between)).toBe(0)

  await ledger.rows(`update outbox set raw = ''`)
  const again = await desk().receive(answer(id).mail)
  expect(again.decision.understanding.identifiers).toEqual({})
  expect(await ledger.value<number>(between)).toBe(1)
})

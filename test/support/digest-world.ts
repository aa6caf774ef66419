/** A desk's database on the morning of Friday, March 6, 2026: something for every section of the digest. */
import { timeStore } from '../../src/db/due-cases.ts'
import { sendStore } from '../../src/db/send-mail.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import { aMachine, anUnderstanding, PUZZLING } from './arrivals.ts'
import { anItem, aProof, DAY, having } from './casework.ts'
import { decider } from './deciding.ts'
import type { Ledger } from './ledger.ts'
import { letter, repliesTo } from './letters.ts'

export const MORNING = Date.parse('2026-03-06T14:30:00Z')
export const ZONE = 'America/Denver'

export const ANNA = { name: 'Anna Keller', email: 'anna@carrier.example', states: ['CO', 'UT'], manager: false }
export const BEN = { name: 'Ben Ortiz', email: 'ben@carrier.example', states: [], manager: false }
export const DANA = { name: 'Dana Whitfield', email: 'dana@carrier.example', states: [], manager: true }
export const STAFF = [ANNA, BEN, DANA]

const NEGOTIATE = 'We would like to negotiate an interconnection agreement for Colorado'
const evidence = [{ for: 'agreement-request', from: 'text', quote: NEGOTIATE }]

/** A company that asks for Colorado. */
function asking(company: string, change: Parameters<typeof anUnderstanding>[0] = {}) {
  return { understand: () => anUnderstanding({ company, states: ['CO'], evidence, ...change }) }
}

export async function fillDesk(ledger: Ledger): Promise<void> {
  await request(ledger, 'Pinyon & Sage Fiber, LLC')
  await draftWaits(ledger)
  await notUnderstood(ledger)
  await legalNotice(ledger)
  await bounced(ledger)
  await refused(ledger)
  await changed(ledger, await request(ledger, 'Larkspur Telephone Cooperative'), questionnaireIsOld)
  await changed(ledger, await request(ledger, 'Cedar Mesa Telecom, Inc.'), waitsForEarlyOrder)
  await changed(ledger, await request(ledger, 'Juniper Ridge Networks'), windowCloses)
  await reminded(ledger)
  await inMarch(ledger)
}

/** Returns the case. */
async function request(ledger: Ledger, company: string): Promise<CaseFile> {
  const { mail } = letter({ text: NEGOTIATE, subject: 'Interconnection agreement request' })
  const { messageId } = await decider(ledger, asking(company)).receive(mail)
  return fileOf(ledger, messageId)
}

function fileOf(ledger: Ledger, messageId: number): Promise<CaseFile> {
  return ledger.value(
    'select c.file from casefile c join case_message m on m.case_id = c.id where m.message_id = $1 limit 1',
    messageId,
  )
}

async function draftWaits(ledger: Ledger): Promise<void> {
  const { mail } = letter({ text: NEGOTIATE })
  await decider(ledger, { ...asking('Bluestem Voice LLC'), mode: 'draft' }).receive(mail)
}

async function notUnderstood(ledger: Ledger): Promise<void> {
  const { mail } = letter({ subject: 'Re: agreement', text: 'how does it work, and where do we stand' })
  await decider(ledger, { understand: () => PUZZLING }).receive(mail)
}

async function legalNotice(ledger: Ledger): Promise<void> {
  const text =
    'PLEASE TAKE NOTICE that we filed a petition for arbitration under 47 U.S.C. 252(b) with the commission on March 5, 2026.'
  await decider(ledger, asking('Quartzline Communications, Inc.')).receive(letter({ text }).mail)
}

async function bounced(ledger: Ledger): Promise<void> {
  const { mail, sender } = letter({ text: NEGOTIATE })
  await decider(ledger, asking('Sundance Wireless LLC')).receive(mail)
  const [reply] = await repliesTo(ledger, sender)
  await comesBack(ledger, reply?.message_id ?? '', sender)
}

/** The delivery report of another mail server about a mail of ours. */
export async function comesBack(ledger: Ledger, ourMessageId: string, recipient: string): Promise<void> {
  const report = {
    ...{ originalMessageId: ourMessageId, envelopeId: null },
    recipients: [{ recipient, action: 'failed', status: '5.1.1' }],
  }
  const { mail } = letter({ from: 'mailer-daemon@mx.example', subject: 'Undelivered', deliveryReport: report })
  await decider(ledger, { understand: () => aMachine('bounce') }).receive(mail)
}

async function refused(ledger: Ledger): Promise<void> {
  const { mail, sender } = letter({ text: NEGOTIATE })
  await decider(ledger, asking('Red Rock Telephone Co.')).receive(mail)
  const [reply] = await repliesTo(ledger, sender)
  const workId = String(await ledger.value(`select id from work where stage = 'send' and ref = $1`, reply?.id))
  const store = sendStore(ledger.pool, 900_001, true)
  await store.claim(workId)
  await store.refused(workId, reply?.id ?? 0, '550 5.7.1 we take no mail from you')
}

async function changed(ledger: Ledger, file: CaseFile, change: (file: CaseFile) => CaseFile): Promise<void> {
  const next = change(file)
  await ledger.rows(
    `update casefile set file = $2, early_order = $3 where id = $1`,
    file.id,
    JSON.stringify(next),
    next.items['early-ordering-request'] !== undefined,
  )
}

function questionnaireIsOld(file: CaseFile): CaseFile {
  const proof = aProof({ quote: 'Customer Questionnaire, completed by Larkspur' })
  return { ...file, items: { ...file.items, questionnaire: anItem({ at: MORNING - 40 * DAY, proof }) } }
}

function waitsForEarlyOrder(file: CaseFile): CaseFile {
  return having(
    { ...file, family: 'qc' },
    ...(['clec-signature', 'early-ordering-request', 'early-ordering-letter-signed', 'questionnaire'] as const),
    ...(['ocn-letter', 'certification', 'tax-forms', 'network-information', 'collocation-terms'] as const),
  )
}

function windowCloses(file: CaseFile): CaseFile {
  const then = MORNING - 152 * DAY
  return { ...file, receivedAt: then, requestedAt: then, negotiator: ANNA.email }
}

/** A reminder that went out yesterday, and one that nobody answers any more. */
async function reminded(ledger: Ledger): Promise<void> {
  const file = await request(ledger, 'Yampa Valley Internet LLC')
  const chase = { ...CHASE, to: 'office@yampa.example', reminded: [MORNING - DAY] }
  await changed(ledger, file, (one) => ({ ...one, chase }))
  await ledger.rows(
    `insert into outbox (key, case_id, template, recipient, recipient_domain, subject, message_id, return_path, raw,
       plain_receipt, state, created_at)
     values ($1, $2, 'reminder', $3, 'yampa.example', 'Re: request', '<reminder@carrier.example>', 'x', '', false, 'sent', $4)`,
    `${file.ref} / reminder 1 / asked 2026-02-26T16:00:00.000Z`,
    file.id,
    chase.to,
    new Date(MORNING - DAY),
  )
  const silent = await request(ledger, 'Prairie Dog Networks LLC')
  const used = { ...CHASE, to: 'legal@prairie.example', reminded: [1, 2, 3], stopped: 'no answer after 3 reminders' }
  await changed(ledger, silent, (one) => ({ ...one, chase: used }))
  const sentence = `${used.to} was asked on 2026-02-01 for: Certification. There was no answer to 3 reminders; no more are sent.`
  const tasks = [{ wish: 'ask-human', sort: 'chase', sentence, caseId: silent.id } as const]
  await timeStore(ledger.pool).commit({ now: MORNING - DAY, actor: 'system', cases: [], replies: [], tasks })
}

const CHASE = {
  ...{ items: ['certification'] as const, askedAt: MORNING - 8 * DAY, pausedUntil: null, stopped: null },
}

/** The decider of the tests works by the clock of the machine. */
async function inMarch(ledger: Ledger): Promise<void> {
  await ledger.rows(`update casefile set opened_at = '2026-03-05T16:00:00Z'`)
  await ledger.rows(`update task set opened_at = '2026-03-05T16:00:00Z' where opened_at > '2026-03-06'`)
  await ledger.rows(`update task set opened_at = '2026-03-02T16:00:00Z' where sort = 'delivery'`)
  await ledger.rows(`update outbox set created_at = '2026-03-05T16:00:00Z' where created_at > '2026-03-06'`)
  await ledger.rows(`update outbox set bounced_at = '2026-03-05T17:00:00Z' where bounced_at is not null`)
}

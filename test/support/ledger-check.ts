/**
 * The reckoning after a run, whatever happened in between: what was delivered to the mailbox, against what the program
 * says of itself (`messages`, `outbox`, `accounting`, `case`) and against what the mail server really was given.
 */
import { type ParsedMail, simpleParser } from 'mailparser'
import { expect } from 'vitest'
import type { Installation } from './installation.ts'
import { isHuman, type WrittenMail } from './mail-writer.ts'
import type { SmtpSink } from './smtp-sink.ts'

export interface MessageLine {
  readonly id: number
  readonly messageId: string | null
  readonly kind: string | null
  readonly outcome: string | null
  readonly caseRefs: readonly string[]
}

export interface OutboxLine {
  readonly id: number
  readonly caseRef: string
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly to: string
  readonly subject: string
  readonly state: string
  readonly attempts: number
}

export interface CaseFile {
  readonly outbox: readonly OutboxLine[]
  readonly tasks: readonly { readonly sort: string; readonly sentence: string }[]
  readonly timeline: readonly {
    readonly event: string
    readonly messageId: number | null
    readonly outboxId: number | null
    readonly detail: { readonly rule?: string }
  }[]
}

export interface AccountingLine {
  readonly inMailbox: number
  readonly taken: number
  readonly beforeStart: number
  readonly remainder: number
}

/** How it came out; everything that must not be has failed the test before. */
export interface Reckoning {
  readonly mails: number
  readonly answered: number
  /** Follow-ups to which the rules gave no answer of their own. */
  readonly withheld: number
  /** Second copies at the sink, each under the Message-ID of the first. */
  readonly secondCopies: number
  /** Replies of which the program once did not know whether they had arrived. */
  readonly unsure: number
  /** Replies that the outbox calls sent. */
  readonly sent: number
  /** Replies that wait for a person, as nobody knows whether they arrived. */
  readonly parked: number
}

/** Asked once the program has caught up. `delivered`: all mails in the mailbox since it was connected. */
export async function checkLedger(
  site: Installation,
  sink: SmtpSink,
  delivered: readonly WrittenMail[],
): Promise<Reckoning> {
  const messages = await site.lines<MessageLine>(['messages'])
  const outbox = await site.lines<OutboxLine>(['outbox'])
  const [account] = await site.lines<AccountingLine>(['accounting'])
  expect(account).toMatchObject({ remainder: 0, taken: delivered.length })
  expect(messages).toHaveLength(delivered.length)

  const replies = await Promise.all(sink.mails().map((mail) => simpleParser(mail.raw)))
  const faults: string[] = []
  let [answered, withheld] = [0, 0]
  for (const mail of delivered) {
    faults.push(...ledgerFaults(mail, messages))
    const wanted = outbox.filter((row) => row.inReplyTo === mail.messageId)
    const given = new Set(replies.filter((reply) => reply.inReplyTo === mail.messageId).map(idOf))
    if (given.size === 1) answered += 1
    else if (wanted.length === 0 && mail.sort === 'follow-up') withheld += 1
    faults.push(...answerFaults(mail, wanted, given.size))
  }
  const copies = await reckonCopies(site, outbox, replies)
  expect([...faults, ...copies.faults]).toEqual([])
  const { secondCopies, unsure, parked } = copies
  const sent = outbox.filter((row) => row.state === 'sent').length
  return { mails: delivered.length, answered, withheld, sent, secondCopies, unsure, parked }
}

/** Each mail stands in the ledger once, as what it is, and is settled. */
function ledgerFaults(mail: WrittenMail, messages: readonly MessageLine[]): readonly string[] {
  const rows = messages.filter((row) => row.messageId === mail.messageId)
  const [row] = rows
  if (row === undefined) return [`${nameOf(mail)} is not in the ledger`]
  if (rows.length > 1) return [`${nameOf(mail)} is in the ledger ${rows.length} times`]
  const [kind, outcome] = isHuman(mail) ? ['human', 'filed'] : [machineKind(mail), 'machine']
  if (row.kind === kind && row.outcome === outcome) return []
  return [`${nameOf(mail)} is ${row.kind} and ${row.outcome}, not ${kind} and ${outcome}`]
}

function machineKind(mail: WrittenMail): string {
  return mail.sort === 'newsletter' ? 'bulk' : mail.sort
}

/** One answer to each person, none to a machine. */
function answerFaults(mail: WrittenMail, wanted: readonly OutboxLine[], given: number): readonly string[] {
  if (!isHuman(mail)) return given + wanted.length === 0 ? [] : [`${nameOf(mail)} was answered`]
  if (given > 1 || wanted.length > 1) return [`${nameOf(mail)} has ${given} different answers`]
  const excused = wanted.length === 0 ? mail.sort === 'follow-up' : wanted[0]?.state === 'unsure'
  return given === 1 || excused ? [] : [`${nameOf(mail)} was not answered: ${wanted[0]?.state ?? 'no reply written'}`]
}

/** A second copy is only excused by an outcome that the program noted as unknown before. */
async function reckonCopies(site: Installation, outbox: readonly OutboxLine[], replies: readonly ParsedMail[]) {
  const faults: string[] = []
  const ids = replies.map(idOf)
  const known = new Set(outbox.map((row) => row.messageId))
  for (const id of ids) if (!known.has(id)) faults.push(`the sink has ${id}, which the outbox does not know`)
  let [secondCopies, unsure, parked] = [0, 0, 0]
  for (const row of outbox) {
    const copies = ids.filter((id) => id === row.messageId).length
    if (copies <= 1 && row.attempts === 1 && row.state === 'sent') {
      if (copies === 0) faults.push(`reply ${row.id} says sent and never reached the sink`)
      continue
    }
    const [file] = await site.lines<CaseFile>(['case', row.caseRef])
    const doubted = file?.timeline.some((line) => line.outboxId === row.id && line.event === 'reply-unsure')
    if (doubted) unsure += 1
    if (row.state === 'unsure' && file?.tasks.some((task) => task.sort === 'delivery')) parked += 1
    else if (row.state !== 'sent') faults.push(`reply ${row.id} ended as ${row.state}`)
    secondCopies += Math.max(0, copies - 1)
    if (copies > 2 || (copies === 2 && !doubted))
      faults.push(`reply ${row.id} reached the sink ${copies} times${doubted ? '' : ' and was never unsure'}`)
  }
  return { faults, secondCopies, unsure, parked }
}

function idOf(mail: ParsedMail): string {
  return mail.messageId ?? ''
}

function nameOf(mail: WrittenMail): string {
  return `${mail.sort} ${mail.messageId} (${mail.subject})`
}

/**
 * The reckoning after a run, whatever happened in between: what was delivered to the mailbox, against what the program
 * says of itself (`messages`, `outbox`, `accounting`, `case`) and against what the mail server really was given.
 */
import { type ParsedMail, simpleParser } from 'mailparser'
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
  readonly template: string
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

/** How it came out. */
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

/** What must not be. */
export interface Flaw {
  readonly sort: 'lost' | 'doubled' | 'wrong'
  readonly sentence: string
}

/** What is known of a reply's way: whether it was once `unsure`, and whether a person is asked about it. */
export type Way = (row: OutboxLine) => Promise<{ readonly doubted: boolean; readonly asked: boolean }>

/**
 * Asked once the program has caught up; throws what must not be. `delivered`: all mails since the mailbox was connected, but
 * for so many `besides`, of which nothing is asked but that they are accounted for.
 */
export async function checkLedger(
  site: Installation,
  sink: SmtpSink,
  delivered: readonly WrittenMail[],
  besides = 0,
): Promise<Reckoning> {
  const { flaws, ...reckoning } = await reckon(site, sink, delivered, wayByCommand(site), besides)
  if (flaws.length > 0) throw new Error(flaws.map((flaw) => `${flaw.sort}: ${flaw.sentence}`).join('\n'))
  return reckoning
}

/** The same, for those who count what must not be. */
export async function reckon(
  site: Installation,
  sink: SmtpSink,
  delivered: readonly WrittenMail[],
  way: Way = wayByCommand(site),
  besides = 0,
): Promise<Reckoning & { readonly flaws: readonly Flaw[] }> {
  const messages = await site.lines<MessageLine>(['messages'])
  const outbox = await site.lines<OutboxLine>(['outbox'])
  const account = await accountOf(site)
  const flaws: Flaw[] = [
    ...accountFlaws(account, messages.length, delivered.length + besides),
    ...(await unreadFlaws(site, messages)),
  ]

  const replies = await Promise.all(sink.mails().map((mail) => simpleParser(mail.raw)))
  let [answered, withheld] = [0, 0]
  for (const mail of delivered) {
    flaws.push(...ledgerFlaws(mail, messages))
    const wanted = outbox.filter((row) => row.inReplyTo === mail.messageId)
    const given = new Set(replies.filter((reply) => reply.inReplyTo === mail.messageId).map(idOf))
    if (given.size === 1) answered += 1
    const silent = wanted.length === 0 && needsNone(mail, delivered, outbox)
    if (given.size !== 1 && silent) withheld += 1
    flaws.push(...answerFlaws(mail, wanted, given.size, silent))
  }
  const copies = await reckonCopies(way, outbox, replies)
  const { secondCopies, unsure, parked } = copies
  const sent = outbox.filter((row) => row.state === 'sent').length
  flaws.push(...copies.flaws)
  return { mails: delivered.length, answered, withheld, sent, secondCopies, unsure, parked, flaws }
}

/** Read also where it does not balance, which ends the command with 1. */
async function accountOf(site: Installation): Promise<AccountingLine | undefined> {
  const { stdout } = await site.run('accounting', '--json')
  const [line] = stdout.split('\n')
  return line ? (JSON.parse(line) as AccountingLine) : undefined
}

function accountFlaws(account: AccountingLine | undefined, messages: number, delivered: number): readonly Flaw[] {
  const right = account?.remainder === 0 && account.taken === delivered && messages === delivered
  if (right) return []
  return [{ sort: 'wrong', sentence: `${delivered} mails, ${messages} in the ledger: ${JSON.stringify(account)}` }]
}

function wayByCommand(site: Installation): Way {
  return async (row) => {
    const [file] = await site.lines<CaseFile>(['case', row.caseRef])
    return {
      doubted: file?.timeline.some((line) => line.outboxId === row.id && line.event === 'reply-unsure') ?? false,
      asked: file?.tasks.some((task) => task.sort === 'delivery') ?? false,
    }
  }
}

/** A mail that was put aside before it was read has no Message-ID: below it passes for lost, and is not. */
async function unreadFlaws(site: Installation, messages: readonly MessageLine[]): Promise<readonly Flaw[]> {
  const unread = new Set(messages.filter((row) => row.messageId === null).map((row) => row.id))
  if (unread.size === 0) return []
  const aside = await site.lines<{ readonly id: number | string; readonly quarantine?: { readonly detail: string } }>([
    'quarantine',
    'list',
  ])
  return aside
    .filter(({ id }) => unread.has(Number(id)))
    .map(({ id, quarantine }) => ({
      sort: 'wrong',
      sentence: `mail ${id} was put aside unread: ${quarantine?.detail}`,
    }))
}

/** Each mail stands in the ledger once, as what it is, and is settled. */
function ledgerFlaws(mail: WrittenMail, messages: readonly MessageLine[]): readonly Flaw[] {
  const rows = messages.filter((row) => row.messageId === mail.messageId)
  const [row] = rows
  if (row === undefined) return [{ sort: 'lost', sentence: `${nameOf(mail)} is not in the ledger` }]
  if (rows.length > 1) return [{ sort: 'doubled', sentence: `${nameOf(mail)} is in the ledger ${rows.length} times` }]
  const [kind, outcome] = isHuman(mail) ? ['human', 'filed'] : [machineKind(mail), 'machine']
  if (row.kind === kind && row.outcome === outcome) return []
  const sentence = `${nameOf(mail)} is ${row.kind} and ${row.outcome}, not ${kind} and ${outcome}`
  return [{ sort: 'wrong', sentence }]
}

function machineKind(mail: WrittenMail): string {
  return mail.sort === 'newsletter' ? 'bulk' : mail.sort
}

/** Of a mail and its follow-up one is answered: the one that was decided first, which need not be the one that came first. */
function needsNone(mail: WrittenMail, delivered: readonly WrittenMail[], outbox: readonly OutboxLine[]): boolean {
  if (mail.sort === 'follow-up') return true
  const after = delivered.find(
    ({ sort, raw }) => sort === 'follow-up' && raw.includes(`In-Reply-To: ${mail.messageId}`),
  )
  return outbox.some((row) => after !== undefined && row.inReplyTo === after.messageId)
}

/** One answer to each person, none to a machine. */
function answerFlaws(
  mail: WrittenMail,
  wanted: readonly OutboxLine[],
  given: number,
  silent: boolean,
): readonly Flaw[] {
  if (!isHuman(mail))
    return given + wanted.length === 0 ? [] : [{ sort: 'wrong', sentence: `${nameOf(mail)} was answered` }]
  if (given > 1 || wanted.length > 1)
    return [{ sort: 'doubled', sentence: `${nameOf(mail)} has ${given} different answers` }]
  if (given === 1 || silent || wanted[0]?.state === 'unsure') return []
  const sentence = `${nameOf(mail)} was not answered: ${wanted[0]?.state ?? 'no reply written'}`
  return [{ sort: 'lost', sentence }]
}

/** A second copy is only excused by an outcome that the program noted as unknown before. */
async function reckonCopies(way: Way, outbox: readonly OutboxLine[], replies: readonly ParsedMail[]) {
  const flaws: Flaw[] = []
  const ids = replies.map(idOf)
  const known = new Set(outbox.map((row) => row.messageId))
  for (const id of ids)
    if (!known.has(id)) flaws.push({ sort: 'wrong', sentence: `the sink has ${id}, which the outbox does not know` })
  let [secondCopies, unsure, parked] = [0, 0, 0]
  for (const row of outbox) {
    const copies = ids.filter((id) => id === row.messageId).length
    if (copies === 0 && row.state === 'sent')
      flaws.push({ sort: 'lost', sentence: `reply ${row.id} says sent and never reached the sink` })
    if (copies <= 1 && row.attempts === 1 && row.state === 'sent') continue
    const { doubted, asked } = await way(row)
    if (doubted) unsure += 1
    if (row.state === 'unsure' && asked) parked += 1
    else if (row.state !== 'sent') flaws.push({ sort: 'wrong', sentence: `reply ${row.id} ended as ${row.state}` })
    secondCopies += Math.max(0, copies - 1)
    const never = doubted ? '' : ' and was never unsure'
    if (copies > 2 || (copies === 2 && !doubted))
      flaws.push({ sort: 'doubled', sentence: `reply ${row.id} reached the sink ${copies} times${never}` })
  }
  return { flaws, secondCopies, unsure, parked }
}

function idOf(mail: ParsedMail): string {
  return mail.messageId ?? ''
}

function nameOf(mail: WrittenMail): string {
  return `${mail.sort} ${mail.messageId} (${mail.subject})`
}

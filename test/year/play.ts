/** One carrier's part of the year: its beats are played when their moment comes, and judged when all work is done. */

import type { Day } from '../../src/domain/calendar/day.ts'
import { addDays } from '../../src/domain/calendar/day.ts'
import type { Act } from '../../src/domain/casework/act.ts'
import type { CaseFile, Item } from '../../src/domain/casework/case-file.ts'
import type { ItemId } from '../../src/domain/casework/items.ts'
import { readBytes } from '../mime/mails.ts'
import type { Chance } from '../support/chance.ts'
import { bounceOf } from '../support/mail-answers.ts'
import { rawMail } from './mail.ts'
import type { TimedBeat } from './schedule.ts'
import type { Leaves, Moment, Order, Script, SendsMail, StaffOrders } from './script.ts'
import { CHECKER, DESK, STAFF, type System } from './system.ts'

/** A mail that was delivered, and the answer that must come; null: a person may not be answered, or may. */
export interface Delivered {
  readonly messageId: string
  readonly answer: SendsMail['answer']
  readonly machine: boolean
}

export interface Player {
  readonly script: Script
  readonly timed: readonly TimedBeat[]
  /** How many beats were played. */
  played(): number
  isDue(day: Day, at: Moment): boolean
  /** Delivers the mail of the beat that is due; the system has to settle after it. */
  sends(day: Day): Promise<void>
  /** Gives the orders of the beat; the system has to settle after it. */
  orders(): Promise<readonly string[]>
  /** Judges the beat and goes on to the next. What is wrong, in sentences. */
  judge(): Promise<readonly string[]>
  refs(): Promise<readonly string[]>
  readonly delivered: readonly Delivered[]
}

interface CaseRow {
  readonly id: number
  readonly ref: string
  readonly status: string
  readonly missing: readonly ItemId[]
  readonly file: CaseFile
}

interface LetterRow {
  readonly id: number
  readonly template: string
  readonly subject: string
  readonly messageId: string
  readonly returnPath: string
  readonly state: string
  readonly at: Date
  readonly raw: Buffer
}

const QUOTED_CHARACTERS = 600

export function player(system: System, script: Script, timed: readonly TimedBeat[], luck: Chance): Player {
  const delivered: Delivered[] = []
  const { carrier } = script
  const domain = carrier.address.slice(carrier.address.lastIndexOf('@') + 1)
  let next = 0
  /** Row of the newest letter when the beat began. */
  let lettersBefore = 0
  let beganAt = 0
  let lastAt = 0

  async function cases(): Promise<readonly CaseRow[]> {
    return system.rows<CaseRow>(
      `select c.id, c.ref, c.status, c.missing, c.file from casefile c where c.request_id in (
         select s.request_id from casefile s join case_message cm on cm.case_id = s.id join message m on m.id = cm.message_id
         where m.message_id = any($1)) order by c.id`,
      [delivered.filter((one) => !one.machine).map((one) => one.messageId)],
    )
  }

  async function letters(): Promise<readonly LetterRow[]> {
    return system.rows<LetterRow>(
      `select id, template, subject, message_id as "messageId", return_path as "returnPath", state, created_at as at, raw
       from outbox where case_id = any($1) or answers in (select id from message where message_id = any($2)) order by id`,
      [(await cases()).map((one) => one.id), delivered.map((one) => one.messageId)],
    )
  }

  async function begin(): Promise<void> {
    lettersBefore = (await letters()).at(-1)?.id ?? 0
    beganAt = system.now()
  }

  async function sends(day: Day): Promise<void> {
    const beat = timed[next]?.beat
    if (beat === undefined || !('sends' in beat.does)) return
    await begin()
    await deliver(beat.does, day)
  }

  async function deliver(mail: SendsMail, day: Day): Promise<void> {
    const ours = (await letters()).findLast((one) => one.state === 'sent') ?? null
    const messageId = `<${luck.whole(2 ** 30).toString(36)}.${script.beats.length}.${next}@${domain}>`
    if (mail.machine === 'bounce') {
      if (ours === null) throw new Error('there is no letter that could bounce')
      const { messageId: original, returnPath } = ours
      const { raw, messageId: id } = bounceOf({
        messageId: original,
        recipient: carrier.address,
        envelopeFrom: returnPath,
      })
      delivered.push({ messageId: id, answer: 'none', machine: true })
      return system.deliver(raw)
    }
    const answers = mail.as === 'reply' ? ours : null
    const [subject, words] = luck.pick(mail.sends)
    const quoted = answers === null || luck.next() < 0.4 ? '' : await quotedFrom(answers)
    const back = addDays(day, 14)
    const text = mail.machine === undefined ? letterOf(words, quoted) : `${words.replace('$BACK', spokenDay(back))}\n`
    delivered.push({
      messageId,
      answer: mail.answer,
      machine: mail.machine !== undefined && mail.machine !== 'unmarked',
    })
    await system.deliver(
      rawMail({
        from: { name: carrier.person, address: carrier.address },
        ...{ to: DESK, at: new Date(system.now()), messageId, text, papers: mail.papers ?? [] },
        subject:
          mail.machine === undefined ? subjectOf(subject, answers) : subject.replace('{subject}', ours?.subject ?? ''),
        answers: answers?.messageId ?? null,
        headers: [
          `Authentication-Results: ${CHECKER}; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`,
          ...(mail.machine === 'absence' || mail.machine === 'responder' ? ['Auto-Submitted: auto-replied'] : []),
        ],
      }),
    )
  }

  function letterOf(words: string, quoted: string): string {
    const greeting = luck.pick(['Hello', 'Good morning', 'Dear Interconnection team', 'Dear team'])
    const close = luck.pick(['Regards', 'Best regards', 'Sincerely'])
    const { person, title, company, phone } = carrier
    return `${greeting},\n\n${words}\n\n${close},\n${person}\n${title}, ${company}\n${phone}\n${quoted}`
  }

  async function orders(): Promise<readonly string[]> {
    const beat = timed[next]?.beat
    if (beat === undefined || !('orders' in beat.does)) return []
    await begin()
    const { does } = beat
    const wrong: string[] = []
    for (const row of await cases()) {
      if (does.state !== undefined && row.file.state !== does.state) continue
      if (row.file.closed !== null) continue
      for (const order of does.orders)
        for (const act of await actsOf(system, order, row, delivered)) {
          const answer = await system.order(act, row.file.negotiator ?? STAFF.ben)
          if (!answer.done) wrong.push(`the order ${JSON.stringify(act)} was refused: ${answer.sentence}`)
        }
    }
    return wrong
  }

  async function judge(): Promise<readonly string[]> {
    const one = timed[next] as TimedBeat
    if ('waits' in one.beat.does) await begin()
    const [found, all] = [await cases(), await letters()]
    const fresh = all.filter((letter) => letter.id > lettersBefore && letter.template !== 'reminder')
    const since = all.filter((letter) => letter.template === 'reminder' && letter.at.getTime() > lastAt)
    const wrong = [
      ...lettersWrong(one.beat.does, fresh),
      ...(one.beat.leaves === undefined
        ? []
        : await leftWrong(system, one.beat.leaves, found, { reminders: since.length, newest: all.at(-1) ?? null })),
    ]
    lastAt = beganAt
    next += 1
    return wrong.map((sentence) => `beat ${next} (${what(one)}): ${sentence}`)
  }

  return {
    ...{ script, timed, delivered, sends, orders, judge },
    played: () => next,
    isDue: (day, at) => timed[next]?.day === day && timed[next]?.at === at,
    refs: async () => (await cases()).map((row) => row.ref),
  }
}

function what({ beat: { does } }: TimedBeat): string {
  if ('waits' in does) return 'time passes'
  if ('orders' in does)
    return does.orders.map((one) => ('item' in one ? `${one.order} ${one.item}` : one.order)).join(', ')
  return does.machine ?? `"${does.sends[0]?.[0] || does.sends[0]?.[1]}"`
}

function subjectOf(subject: string, answers: LetterRow | null): string {
  return answers === null ? subject : answers.subject.startsWith('Re: ') ? answers.subject : `Re: ${answers.subject}`
}

async function quotedFrom(letter: LetterRow): Promise<string> {
  const { text } = await readBytes(letter.raw)
  const lines = text.slice(0, QUOTED_CHARACTERS).split('\n')
  return `\nOn ${letter.at.toDateString()} Interconnection Agreements <${DESK}> wrote:\n${lines.map((line) => `> ${line}`).join('\n')}\n`
}

function spokenDay(day: Day): string {
  const date = new Date(`${day}T12:00:00Z`)
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}

async function actsOf(
  system: System,
  order: Order,
  { ref, file }: CaseRow,
  delivered: readonly Delivered[],
): Promise<readonly Act[]> {
  switch (order.order) {
    case 'tick':
      return [{ act: 'tick', caseRef: ref, item: order.item, on: null, value: order.value ?? null, note: null }]
    case 'assign':
      return [{ act: 'assign', caseRef: ref, to: file.negotiator === STAFF.anna ? STAFF.ben : STAFF.anna }]
    case 'extend': {
      const deemedReceipt = addDays(
        new Date(file.receivedAt - 7 * 3_600_000).toISOString().slice(0, 10) as Day,
        order.days,
      )
      return [{ act: 'extend', caseRef: ref, deemedReceipt, why: 'both agreed by mail to start anew' }]
    }
    case 'close':
      return [{ act: 'close', caseRef: ref, reason: order.reason }]
    case 'route':
      return [{ act: 'route', caseRef: ref, route: order.route }]
    case 'ask':
      return [{ act: 'ask', caseRef: ref, items: [] }]
    case 'describe':
      return [{ act: 'describe', caseRef: ref, company: order.company, state: order.state, family: 'qc' }]
    case 'relabel': {
      const [mail] = await system.rows<{ id: number }>('select id from message where message_id = $1', [
        delivered.at(-1)?.messageId,
      ])
      return [{ act: 'relabel', messageId: mail?.id ?? 0, intents: order.intents }]
    }
    case 'reject': {
      const drafts = await system.rows<{ id: number }>(
        `select o.id from outbox o join casefile c on c.id = o.case_id where c.ref = $1 and o.state = 'draft' order by o.id`,
        [ref],
      )
      return drafts.map(({ id }) => ({ act: 'reject', draft: id }))
    }
    case 'done': {
      const tasks = await system.rows<{ id: number }>(
        'select t.id from task t join casefile c on c.id = t.case_id where c.ref = $1 and t.done_at is null order by t.id',
        [ref],
      )
      return tasks.map(({ id }) => ({ act: 'done', task: id }))
    }
  }
}

function lettersWrong(
  does: SendsMail | StaffOrders | { readonly waits: true },
  fresh: readonly LetterRow[],
): readonly string[] {
  if ('waits' in does) return []
  const came = fresh.map((letter) => letter.template)
  const wanted = 'orders' in does ? does.letters : does.answer === 'none' ? [] : [does.answer]
  const same = came.length === wanted.length && came.every((template, at) => template === wanted[at])
  return same ? [] : [`letters: ${came.join(', ') || 'none'}; must be: ${wanted.join(', ') || 'none'}`]
}

interface Seen {
  readonly reminders: number
  readonly newest: LetterRow | null
}

async function leftWrong(
  system: System,
  leaves: Leaves,
  cases: readonly CaseRow[],
  { reminders, newest }: Seen,
): Promise<readonly string[]> {
  const wrong: string[] = []
  const must = (name: string, is: unknown, should: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(should))
      wrong.push(`${name} is ${JSON.stringify(is)}; must be ${JSON.stringify(should)}`)
  }
  if (leaves.cases !== undefined) must('number of cases', cases.length, leaves.cases)
  if (leaves.reminders !== undefined) must('reminders since', reminders, leaves.reminders)
  for (const { ref, status, missing, file } of cases) {
    const stage = typeof leaves.stage === 'object' ? leaves.stage[file.state ?? ''] : leaves.stage
    if (stage !== undefined) must(`stage of ${ref}`, status, stage)
    if (leaves.route !== undefined) must(`route of ${ref}`, file.route, leaves.route)
    if (leaves.closed !== undefined) must(`${ref} closed`, file.closed?.reason ?? null, leaves.closed)
    if (leaves.owed !== undefined) must(`${ref} owes`, [...missing].sort(), [...leaves.owed].sort())
    for (const item of leaves.met ?? [])
      if (!isMet(file.items[item])) wrong.push(`${ref}: ${item} is ${stateOf(file.items[item])}; must be met`)
    for (const item of leaves.problem ?? []) must(`${ref}: ${item}`, stateOf(file.items[item]), 'problem')
    if (leaves.stopped !== undefined && !leaves.stopped.test(file.chase?.stopped ?? ''))
      wrong.push(`${ref}: the chase is ${JSON.stringify(file.chase?.stopped ?? null)}; must say ${leaves.stopped}`)
    if (leaves.told !== undefined) must(`${ref} told of days`, toldDays(file), leaves.told)
  }
  if (leaves.task !== undefined) wrong.push(...(await taskWrong(system, leaves.task, cases)))
  if (leaves.says !== undefined || leaves.silentOn !== undefined) {
    const text = newest === null ? '' : (await readBytes(newest.raw)).text
    if (leaves.says !== undefined && !leaves.says.test(text))
      wrong.push(`the letter does not say ${leaves.says}:\n${text}`)
    if (leaves.silentOn?.test(text)) wrong.push(`the letter says ${leaves.silentOn}:\n${text}`)
  }
  return wrong
}

async function taskWrong(system: System, sort: string, cases: readonly CaseRow[]): Promise<readonly string[]> {
  const found = await system.rows<{ sort: string }>(
    'select sort from task where case_id = any($1) and done_at is null',
    [cases.map((one) => one.id)],
  )
  const sorts = found.map((one) => one.sort)
  return sorts.includes(sort) ? [] : [`open questions: ${sorts.join(', ') || 'none'}; there must be one of ${sort}`]
}

function isMet(item: Item | undefined): boolean {
  return item?.state === 'met'
}

function stateOf(item: Item | undefined): string {
  return item === undefined ? 'open' : item.state
}

/** `window-closes:2026-07-01:since-receipt:120`. */
function toldDays(file: CaseFile): readonly number[] {
  const days = file.told.filter((key) => key.startsWith('window-closes:')).map((key) => Number(key.split(':').at(-1)))
  return days.sort((a, b) => a - b)
}

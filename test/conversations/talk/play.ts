/** Plays a talk at the desk in memory and tells what came of it, step by step. */
import { instantOf } from '../../../src/domain/calendar/zone.ts'
import type { StaffMember } from '../../../src/domain/casework/desk-settings.ts'
import { forbiddenIn } from '../../../src/render/forbidden-wording.ts'
import { mail as rawMail } from '../../mime/mails.ts'
import { DESK, type Desk, type DeskOptions, openDesk, type Turn } from '../desk.ts'
import type { SketchedMail, Step, Talk } from './parse.ts'
import { seenSoFar, tell } from './tell.ts'

const ZONE = 'America/Denver'
const DAY = 24 * 3_600_000
const START = Date.parse('2026-01-02T16:00:00Z')

export interface Played {
  /** By the line of its `then`: what was told, and what was expected. */
  readonly told: ReadonlyMap<number, readonly string[]>
  readonly expected: ReadonlyMap<number, readonly string[]>
  readonly desk: Desk
}

export async function play(talk: Talk): Promise<Played> {
  const desk = openDesk(optionsOf(talk.settings))
  const [told, expected] = [new Map<number, readonly string[]>(), new Map<number, readonly string[]>()]
  let since = seenSoFar(desk)
  let [turns, answers]: [Turn[], string[]] = [[], []]
  for (const [at, step] of talk.steps.entries()) {
    if (step.step === 'then') {
      told.set(step.line, tell(desk, since, turns, answers))
      expected.set(step.line, step.expected)
      since = seenSoFar(desk)
      ;[turns, answers] = [[], []]
    } else {
      const done = await take(desk, step, at)
      turns.push(...done.turns)
      answers.push(...done.answers)
    }
  }
  refuseForbidden(desk)
  return { told, expected, desk }
}

interface Done {
  readonly turns: readonly Turn[]
  readonly answers: readonly string[]
}

const NOTHING: Done = { turns: [], answers: [] }

async function take(desk: Desk, step: Exclude<Step, { readonly step: 'then' }>, number: number): Promise<Done> {
  switch (step.step) {
    case 'at': {
      const [day = '', time = '09:00'] = step.moment.split(' ')
      await desk.until(instantOf(day, time, ZONE))
      return NOTHING
    }
    case 'pass':
      await desk.pass(step.days * DAY)
      return NOTHING
    case 'mail':
      return { ...NOTHING, turns: [await desk.receive(rawOf(desk, step.mail, number))] }
    case 'bounce':
      return { ...NOTHING, turns: [await desk.receive(bounceOf(desk, step.address))] }
    case 'order':
      return { ...NOTHING, answers: await desk.order(step.words, step.by ?? undefined) }
  }
}

/** Nothing that leaves accepts, promises or names days that it must not (T3, T4). */
function refuseForbidden(desk: Desk): void {
  for (const { text, to } of desk.letters) {
    const found = forbiddenIn(text)
    if (found.length > 0) throw new Error(`a letter to ${to} says what none may say: ${found.join('; ')}\n${text}`)
  }
}

function rawOf(desk: Desk, sketch: SketchedMail, number: number): Buffer {
  const address = /<([^>]+)>/.exec(sketch.from)?.[1] ?? sketch.from
  const answered = sketch.reply ? desk.letters.filter((one) => one.to === address).at(-1) : undefined
  if (sketch.reply && answered === undefined) throw new Error(`there is no letter to ${address} to answer`)
  const head = [
    `From: ${sketch.from}`,
    `To: ${DESK}`,
    `Subject: ${sketch.subject || (answered ? answered.subject : '')}`,
    `Date: ${new Date(desk.now).toUTCString()}`,
    `Message-ID: <${number}.${desk.now}@${address.split('@')[1]}>`,
    ...(answered ? [`In-Reply-To: ${answered.reply.messageId}`, `References: ${answered.reply.messageId}`] : []),
    ...sketch.headers,
    'MIME-Version: 1.0',
  ]
  if (sketch.files.length === 0) return rawMail(...head, '', ...sketch.lines, '')
  const files = sketch.files.map(({ name, lines }) => [
    `Content-Type: text/plain; charset=utf-8; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    ...lines,
  ])
  return rawMail(
    ...head,
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    ...['--b', '', ...sketch.lines],
    ...files.flatMap((file) => ['--b', ...file]),
    '--b--',
    '',
  )
}

/** RFC 3464, as mail servers write it. */
function bounceOf(desk: Desk, address: string): Buffer {
  const letter = desk.letters.filter((one) => one.to === address).at(-1)
  if (letter === undefined) throw new Error(`there is no letter to ${address} that could come back`)
  return rawMail(
    'From: Mail Delivery System <MAILER-DAEMON@mx.carrier.example>',
    `To: ${letter.reply.returnPath}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${new Date(desk.now).toUTCString()}`,
    `Message-ID: <bounce.${desk.now}@mx.carrier.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
    '',
    ...['--r', '', 'I could not deliver your message.', ''],
    ...['--r', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.carrier.example', ''],
    ...[`Final-Recipient: rfc822; ${address}`, 'Action: failed', 'Status: 5.1.1', ''],
    ...['--r', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${letter.reply.messageId}`, ''],
    '--r--',
    '',
  )
}

function optionsOf(settings: readonly string[]): DeskOptions {
  const values = (word: string) =>
    settings.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  const [mode] = values('mode')
  const held = Object.fromEntries(values('hold').map((line) => line.split(' ') as [string, 'draft']))
  const links = Object.fromEntries(values('link').map((line) => line.split(' ') as [string, string]))
  return {
    start: START,
    authservIds: values('trust'),
    settings: { staff: values('staff').map(staffOf), links },
    autonomy: { held, ...(mode ? { master: mode as 'draft' } : {}) },
  }
}

/** `staff Anna Keller <anna@carrier.example> CO UT`, `staff Dana <dana@carrier.example> manager`. */
function staffOf(line: string): StaffMember {
  const [, name = '', email = '', rest = ''] = /^(.*?) <([^>]+)>\s*(.*)$/.exec(line) ?? []
  const words = rest.split(' ').filter(Boolean)
  return { name, email, states: words.filter((word) => word !== 'manager'), manager: words.includes('manager') }
}

/**
 * Writes raw mails as they arrive at the desk: people of many carriers with their various matters, written in several
 * mail programs, some with files, some in a thread, and machines in between. The same seed writes the same mails.
 */
import { type Chance, chance } from './chance.ts'
import { bounceOf } from './mail-answers.ts'
import { alternative, plain, withFile } from './mail-raw.ts'
import {
  type Firm,
  inventFirm,
  inventLetter,
  inventPerson,
  inventReminder,
  type Letter,
  type Person,
} from './mail-words.ts'

export type MailSort = 'human' | 'follow-up' | 'auto-reply' | 'bounce' | 'newsletter'

export interface WrittenMail {
  readonly sort: MailSort
  /** With its angle brackets. */
  readonly messageId: string
  /** SMTP envelope sender; '' for mail that wants no answer (RFC 5321 4.5.5). */
  readonly envelopeFrom: string
  readonly from: string
  readonly subject: string
  readonly raw: Buffer
}

export interface WriterOptions {
  readonly seed: number
  /** The desk's address. */
  readonly to: string
}

/** Of ten mails seven open a matter, one comes back to the one before, and one is a machine's. */
const RHYTHM = ['human', 'human', 'human', 'follow-up', 'human', 'human', 'machine', 'human', 'human', 'human'] as const
const MACHINES = ['auto-reply', 'newsletter', 'bounce'] as const
const EPOCH = Date.UTC(2026, 10, 23, 15, 0, 0)

export function isHuman(mail: WrittenMail): boolean {
  return mail.sort === 'human' || mail.sort === 'follow-up'
}

export function writeMails(count: number, { seed, to }: WriterOptions): readonly WrittenMail[] {
  const luck = chance(seed)
  const written: WrittenMail[] = []
  let last: { readonly mail: WrittenMail; readonly firm: Firm; readonly person: Person } | null = null
  for (let index = 0; index < count; index += 1) {
    const about = { luck, index, seed, to }
    const sort = RHYTHM[index % RHYTHM.length] as (typeof RHYTHM)[number]
    if (sort === 'machine')
      written.push(machineMail(about, MACHINES[Math.floor(index / 10) % 3] as (typeof MACHINES)[number]))
    else if (sort === 'follow-up' && last !== null) written.push(followUp(about, last))
    else {
      const firm = inventFirm(luck, index)
      const person = inventPerson(luck, firm)
      last = { mail: letterMail(about, 'human', person, inventLetter(luck, firm), firm, null), firm, person }
      written.push(last.mail)
    }
  }
  return written
}

interface About {
  readonly luck: Chance
  readonly index: number
  readonly seed: number
  readonly to: string
}

function followUp(
  about: About,
  last: { readonly mail: WrittenMail; readonly firm: Firm; readonly person: Person },
): WrittenMail {
  const { mail, firm, person } = last
  const letter = { subject: `Re: ${mail.subject}`, text: inventReminder(about.luck, firm), attached: null }
  return letterMail(about, 'follow-up', person, letter, firm, mail.messageId)
}

function letterMail(
  about: About,
  sort: MailSort,
  person: Person,
  letter: Letter,
  firm: Firm,
  answers: string | null,
): WrittenMail {
  const { luck } = about
  const messageId = idFor(about, firm.domain)
  const greeting = luck.pick(['Hello', 'Good morning', 'Dear Interconnection team', 'To whom it may concern'])
  const text = `${greeting},\n\n${letter.text}\n\n${luck.pick(['Regards', 'Thank you', 'Best'])},\n${person.name}\n${person.title}, ${firm.name}\n${person.phone}\n`
  const header = [
    ...headerOf(about, `${person.name} <${person.address}>`, letter.subject, messageId),
    ...(answers === null ? [] : [`In-Reply-To: ${answers}`, `References: ${answers}`]),
  ]
  const write = letter.attached === null ? luck.pick([plain, alternative]) : withFile(letter.attached)
  return {
    sort,
    messageId,
    envelopeFrom: person.address,
    from: person.address,
    subject: letter.subject,
    raw: write(header, text),
  }
}

function machineMail(about: About, sort: (typeof MACHINES)[number]): WrittenMail {
  const firm = inventFirm(about.luck, about.index)
  const person = inventPerson(about.luck, firm)
  const messageId = idFor(about, firm.domain)
  const envelopeFrom = ''
  switch (sort) {
    case 'bounce': {
      const bounced = {
        messageId: `<unknown.${about.seed}.${about.index}@elsewhere.example>`,
        recipient: person.address,
        envelopeFrom: about.to,
      }
      return bounceOf(bounced)
    }
    case 'auto-reply': {
      const subject = `Automatic reply: Your request of ${firm.city}`
      const header = [
        ...headerOf(about, `${person.name} <${person.address}>`, subject, messageId),
        'Auto-Submitted: auto-replied',
      ]
      const text = `I am out of the office until Monday and will answer then.\n\n${person.name}\n${firm.name}\n`
      return { sort, messageId, envelopeFrom, from: person.address, subject, raw: plain(header, text) }
    }
    case 'newsletter': {
      const subject = `${firm.city} carrier news, issue ${about.index}`
      const from = `news@${firm.domain}`
      const list = [
        `List-Id: <news.${firm.domain}>`,
        `List-Unsubscribe: <https://${firm.domain}/u/${about.index}>`,
        'Precedence: bulk',
      ]
      const header = [...headerOf(about, `Carrier News <${from}>`, subject, messageId), ...list]
      const text = `In this issue ${about.index}: permits, poles, and a conference.\nUnsubscribe: https://${firm.domain}/u/${about.index}\n`
      return { sort, messageId, envelopeFrom: `bounce@${firm.domain}`, from, subject, raw: plain(header, text) }
    }
  }
}

function idFor({ luck, index, seed }: About, domain: string): string {
  return `<${Math.floor(luck.next() * 2 ** 40).toString(36)}.${seed}.${index}@${domain}>`
}

function headerOf(about: About, from: string, subject: string, messageId: string): readonly string[] {
  const date = new Date(EPOCH + about.index * 61_000).toUTCString().replace('GMT', '+0000')
  return [`From: ${from}`, `To: ${about.to}`, `Subject: ${subject}`, `Date: ${date}`, `Message-ID: ${messageId}`]
}

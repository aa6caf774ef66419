import { z } from 'zod'
import { filledLine, line, sentences } from '../line.ts'

/** What a line's pressing is called: the word is always there, the colour only helps. */
const MARKS = { legal: 'Legal notice', late: 'Late', today: 'Today', soon: 'Soon' } as const

/** Answers by one touch. Nothing but a new mail: the digest holds no link that does something when it is opened. */
const link = z.strictObject({
  label: filledLine(40),
  href: z
    .string()
    .max(2000)
    .regex(/^mailto:[^\s"'<>\\]+$/i, 'must be a mailto link'),
})

const digestLine = z
  .strictObject({
    /** null: nothing to answer. */
    number: z.int().min(1).nullable(),
    pressing: z.enum(['legal', 'late', 'today', 'soon']).nullable(),
    about: line(160),
    /** It ends in what may be written, so it is shown whole. */
    what: sentences(1000),
    details: z.array(line(300)).transform(filled),
    quote: line(200),
    answers: z.array(filledLine(60)),
    links: z.array(link),
  })
  .transform(({ number, pressing, answers, links, ...rest }) => ({
    ...rest,
    ...leadOf(rest.what),
    number: number ?? 0,
    mark: pressing === null ? '' : MARKS[pressing],
    isGrave: pressing === 'legal' || pressing === 'late',
    /** `3 ok / 3 no`; '' when there is nothing to answer. */
    reply: number === null ? '' : answers.map((answer) => `${number} ${answer}`).join(' / '),
    links: number === null ? [] : links,
  }))

const section = z.strictObject({
  title: filledLine(60),
  lines: z.array(digestLine),
  /** Lines that were left out, and the command that shows them. */
  more: z.int().min(0),
  command: filledLine(60),
})

/** The daily mail to one person of the desk. Staff only: it names clocks that no CLEC is told of. */
export const digest = z
  .strictObject({
    name: line(80),
    /** `YYYY-MM-DD`. */
    day: z.iso.date(),
    /** `1 legal notice, 3 decisions, 2 drafts`. */
    headline: filledLine(160),
    sections: z.array(section),
    accounting: z.array(
      z
        .strictObject({ mailbox: filledLine(200), words: filledLine(300), remainder: z.int() })
        .transform(({ remainder, ...rest }) => ({ ...rest, unexplained: remainder !== 0 })),
    ),
    /** Replies with numbers are read. */
    answerable: z.boolean(),
    /** Who signs. */
    team: filledLine(80),
  })
  .transform(({ day, answerable, sections, ...rest }) => ({
    ...rest,
    sections: sections.map((one) => ({ ...one, heading: one.title.toUpperCase() })),
    dayInWords: dayInWords(day),
    explainsAnswers: answerable && sections.some(({ lines }) => lines.some(({ reply }) => reply !== '')),
  }))

export type DigestModel = Readonly<z.input<typeof digest>>

/** What is heavy in HTML: a whole paragraph of heavy letters is read by nobody. */
const LEAD = 160
/** A sentence that ends outside of a quotation. */
const SENTENCE = /^(?:"[^"]*"|[^"]){20,}?[.?](?= ["A-Z])/

function leadOf(what: string): { readonly lead: string; readonly rest: string } {
  const lead = what.length <= LEAD ? what : (SENTENCE.exec(what)?.[0] ?? what)
  return { lead, rest: what.slice(lead.length).trim() }
}

function filled(lines: readonly string[]): readonly string[] {
  return lines.filter((text) => text !== '')
}

const FORMAT = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: 'UTC', weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
} as const)

/** `Friday, March 6, 2026`; put together by hand, for ICU's commas differ between versions. */
function dayInWords(day: string): string {
  const parts = FORMAT.formatToParts(new Date(`${day}T12:00:00Z`)).map(({ type, value }) => [type, value] as const)
  const part = new Map(parts)
  return `${part.get('weekday')}, ${part.get('month')} ${part.get('day')}, ${part.get('year')}`
}

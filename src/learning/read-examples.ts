/**
 * Labelled mails from folders: `NAME.eml` with `NAME.json` beside it, and text files of short mails. A folder is a set;
 * its mails say in their label who wrote them, else the sender's domain stands for the writer.
 */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { AGREEMENTS, DOCUMENT_SORTS, INTENTS, KINDS, PATHS } from '../domain/labels.ts'
import type { Example, Label } from '../domain/learn/example.ts'
import type { LabelledMail } from '../domain/learn/lesson.ts'
import { parseShortMails } from '../domain/learn/short-mails.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { MailReader } from '../ports/mail-reader.ts'

/** The label scheme as it stands in the files; unknown keys (difficulty, why) are for people. */
const LabelFile = z.object({
  kind: z.enum(KINDS),
  intents: z.array(z.enum(INTENTS)),
  agreement: z.enum(AGREEMENTS).nullable(),
  path: z.enum(PATHS).nullable(),
  company: z.string().nullable(),
  states: z.array(z.string().length(2)),
  identifiers: z.object({ ocn: z.string().optional(), acna: z.string().optional() }),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() }).nullable(),
  attachments: z.array(z.object({ filename: z.string(), document: z.enum(DOCUMENT_SORTS) })),
  auto_reply_ok: z.boolean(),
  writer: z.string().optional(),
})

/** The rules were written in sight of these sets. */
const KNOWN_TO_THE_RULES: readonly string[] = ['corpus']

/** Sets whose mails were written to be mistaken, for another intent or for a machine's (or a person's). */
const MADE_HARD: readonly string[] = [
  'answer-season',
  'close-calls',
  'cold-desk',
  'desk-machines',
  'fears-and-trade',
  'late-machines',
  'like-machines',
  'machine-letters',
  'machines',
  'neighbours',
  'no-answer',
  'odd-machines',
  'other-tongues',
  'peddlers',
  'places-and-terms',
  'plain-machines',
  'prose-machines',
  'quiet-machines',
  'short-answers',
  'snow-month',
  'strangers',
  'twins',
  'unmarked-machines',
  'winter-threads',
]

/** Whole mails of one folder, sorted by name. Throws `IntakeError usage` for a label that is not of the scheme. */
export async function readExamples(folder: string, reader: MailReader): Promise<readonly Example[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort()
  return Promise.all(
    names.map(async (file) => {
      const name = file.replace(/\.eml$/, '')
      const label = await readLabel(join(folder, `${name}.json`))
      const { mail } = await reader.read({ bytes: await readFile(join(folder, file)) })
      if (mail === null) throw new IntakeError('usage', `${join(folder, file)} cannot be read as a mail.`)
      const writer = label.writer ?? mail.from[0]?.address.split('@')[1] ?? name
      return {
        name: `${basename(folder)}/${name}`,
        writer: `${basename(folder)} ${writer}`,
        mail,
        label: label as Label,
      }
    }),
  )
}

/** All labelled mails below a folder: it and its sub-folders are sets, its text files are short mails. */
export async function readAllLabelled(folder: string, reader: MailReader): Promise<readonly LabelledMail[]> {
  const listed = await readdir(folder, { withFileTypes: true }).catch((error: Error) => {
    throw new IntakeError('usage', `There are no labelled mails to be had: ${error.message}`)
  })
  const entries = listed.sort((a, b) => (a.name < b.name ? -1 : 1))
  const sets = ['.', ...entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)]
  const whole: LabelledMail[] = []
  for (const set of sets) {
    const examples = await readExamples(join(folder, set), reader)
    const of = { isWhole: true, rulesKnowIt: KNOWN_TO_THE_RULES.includes(set), isMadeHard: MADE_HARD.includes(set) }
    whole.push(...examples.map((example) => ({ ...example, ...of })))
  }
  const texts = entries.filter((entry) => entry.name.endsWith('.txt')).map((entry) => entry.name)
  const short = await Promise.all(texts.map((name) => readShortMails(join(folder, name))))
  const all = [...whole, ...short.flat()]
  if (all.length === 0) throw new IntakeError('usage', `There are no labelled mails below ${folder}.`)
  return all
}

async function readShortMails(path: string): Promise<readonly LabelledMail[]> {
  const writer = basename(path, '.txt')
  const text = await readFile(path, 'utf8')
  try {
    return parseShortMails(text).map(({ line, mail, kind, intents, agreement, path: way, documents }) => ({
      name: `${writer}:${line}`,
      ...{ writer, mail, documents, isWhole: false, rulesKnowIt: false, isMadeHard: false },
      label: { kind, intents, agreement, path: way, states: null },
    }))
  } catch (error) {
    throw new IntakeError('usage', `${path}, ${(error as Error).message}`)
  }
}

async function readLabel(path: string): Promise<z.infer<typeof LabelFile>> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new IntakeError('usage', `A mail has no label: ${error.message}`)
  })
  const parsed = LabelFile.safeParse(parseJson(text, path))
  if (!parsed.success) throw new IntakeError('usage', `${path} is no label: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new IntakeError('usage', `${path} is no label: ${(error as Error).message}`)
  }
}

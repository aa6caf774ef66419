/** From a labelled mail to what the learner sees of it. */
import type { DocumentSort } from '../labels.ts'
import type { ReadMail } from '../mail.ts'
import { documentsOf } from '../understand/documents.ts'
import { agreementPoints } from '../understand/facts/agreement.ts'
import { featuresOf } from '../understand/model/features.ts'
import { readingOf } from '../understand/reading.ts'
import { scoreIntents } from '../understand/rules.ts'
import type { Label, Lesson } from './example.ts'

export interface LabelledMail {
  readonly name: string
  readonly writer: string
  readonly mail: ReadMail
  readonly label: Pick<Label, 'kind' | 'intents' | 'agreement' | 'path'>
  /** The sorts of its attachments where they are told and not to be read from the files. */
  readonly documents?: readonly DocumentSort[]
  readonly isWhole: boolean
  readonly rulesKnowIt: boolean
}

/** Null for mails that teach nothing about what people want: machines', and those nobody gave an intent. */
export function lessonOf({ name, writer, mail, label, documents, isWhole, rulesKnowIt }: LabelledMail): Lesson | null {
  if (label.kind !== 'human' || label.intents.length === 0) return null
  const reading = readingOf(mail)
  const rules = { intents: scoreIntents(reading), agreement: agreementPoints(reading) }
  const features = featuresOf(reading, documents ?? documentsOf(reading), rules)
  const { intents, agreement, path } = label
  return { name, writer, features, intents, agreement, path, isWhole, rulesKnowIt }
}

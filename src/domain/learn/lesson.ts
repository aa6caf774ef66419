/** From a labelled mail to what the learner sees of it. */
import type { DocumentSort } from '../labels.ts'
import type { ReadMail } from '../mail.ts'
import { documentsOf } from '../understand/documents.ts'
import { agreementPoints } from '../understand/facts/agreement/agreement.ts'
import { weighed } from '../understand/kind.ts'
import { clausesOf } from '../understand/model/clauses.ts'
import { featuresOf } from '../understand/model/features.ts'
import { isOfLetter } from '../understand/model/letter-features.ts'
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
  readonly isMadeHard: boolean
}

export function lessonOf({ mail, label, documents, ...labelled }: LabelledMail): Lesson {
  const { name, writer, isWhole, rulesKnowIt, isMadeHard } = labelled
  const reading = readingOf(mail)
  const rules = {
    intents: scoreIntents(reading),
    agreement: agreementPoints(reading),
    kinds: weighed(reading, { ownAddresses: [] }),
  }
  const all = featuresOf(reading, documents ?? documentsOf(reading), rules)
  // A short mail has neither sender nor shape: it is there for its words.
  const features = isWhole ? all : all.filter((one) => !isOfLetter(one))
  const clauses = isWhole ? clausesOf(reading, features) : []
  const { kind, intents, agreement, path } = label
  return { name, writer, features, clauses, kind, intents, agreement, path, isWhole, rulesKnowIt, isMadeHard }
}

/** From a labelled mail to what the learner sees of it. */
import type { DocumentSort } from '../labels.ts'
import type { ReadMail } from '../mail.ts'
import { documentsOf } from '../understand/documents.ts'
import { agreementPoints } from '../understand/facts/agreement/agreement.ts'
import { companyOf } from '../understand/facts/company/company.ts'
import { statesNamed } from '../understand/facts/states/named.ts'
import { surroundingsOf } from '../understand/facts/states/surroundings.ts'
import { weighed } from '../understand/kind.ts'
import { clausesOf } from '../understand/model/clauses.ts'
import { featuresOf } from '../understand/model/features.ts'
import { isOfLetter } from '../understand/model/letter-features.ts'
import { type Reading, readingOf, readingWithoutOurs } from '../understand/reading.ts'
import { scoreIntents } from '../understand/rules.ts'
import type { Label, Lesson, NamedStateLesson } from './example.ts'

export interface LabelledMail {
  readonly name: string
  readonly writer: string
  readonly mail: ReadMail
  readonly label: Pick<Label, 'kind' | 'intents' | 'agreement' | 'path'> & {
    /** null where nobody told them. */
    readonly states: readonly string[] | null
  }
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
  const states = statesOf(reading, label)
  return { name, writer, features, clauses, kind, intents, agreement, path, states, isWhole, rulesKnowIt, isMadeHard }
}

function statesOf(reading: Reading, { intents, states }: LabelledMail['label']): readonly NamedStateLesson[] {
  const [main] = intents
  if (main === undefined || states === null) return []
  const said = readingWithoutOurs(reading)
  const named = statesNamed(said, companyOf(said, []).company)
  return [...surroundingsOf(named, main)].map(([code, surroundings]) => ({
    surroundings,
    isMeant: states.includes(code),
  }))
}

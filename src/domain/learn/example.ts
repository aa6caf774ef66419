/** A labelled mail: what a careful person says that it is. The words are those of the label scheme. */
import type { Agreement, DocumentSort, Intent, Kind, Path } from '../labels.ts'
import type { ReadMail } from '../mail.ts'
import type { Surroundings } from '../understand/facts/states/surroundings.ts'
import type { Clause } from '../understand/model/clauses.ts'
import type { Feature } from '../understand/model/feature.ts'

export interface Label {
  readonly kind: Kind
  /** Main one first; empty unless the kind is `human`. */
  readonly intents: readonly Intent[]
  readonly agreement: Agreement | null
  readonly path: Path | null
  readonly company: string | null
  readonly states: readonly string[]
  readonly identifiers: Readonly<{ ocn?: string; acna?: string }>
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string | null } | null
  readonly attachments: readonly { readonly filename: string; readonly document: DocumentSort }[]
  readonly auto_reply_ok: boolean
}

export interface Example {
  readonly name: string
  /** Who wrote it, or as near as we can tell: mails of one writer are never both learned from and tested on. */
  readonly writer: string
  readonly mail: ReadMail
  readonly label: Label
}

/** A state that a mail names, by what stands around it, and whether it is one that the mail is about. */
export interface NamedStateLesson {
  readonly surroundings: Surroundings
  readonly isMeant: boolean
}

/** A labelled mail as the learner sees it. */
export interface Lesson {
  readonly name: string
  readonly writer: string
  readonly features: readonly Feature[]
  /** The writer's own words, by their features. */
  readonly clauses: readonly Clause[]
  readonly kind: Kind
  /** Empty unless the kind is `human`. */
  readonly intents: readonly Intent[]
  readonly agreement: Agreement | null
  readonly path: Path | null
  /** Of a person's whole mail. */
  readonly states: readonly NamedStateLesson[]
  /** A whole mail, as they come. Short ones teach wording; how sure is sure enough is judged on whole mails alone. */
  readonly isWhole: boolean
  /** The rules were written in sight of this mail, so what they make of it proves little. */
  readonly rulesKnowIt: boolean
  /** Of a set made to be mistaken: it teaches, and says nothing of how often mails as they come are read rightly. */
  readonly isMadeHard: boolean
}

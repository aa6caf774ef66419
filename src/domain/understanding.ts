import type { Agreement, DocumentSort, Intent, Kind, Path } from './labels.ts'

/** A reading of the mail with the words of the mail that led to it. */
export interface Evidence {
  /** What it is evidence for: a kind, an intent, or a field such as `company`. */
  readonly for: string
  /** Where the quote stands: `subject`, `text`, `header`, `attachment:<file name>`. */
  readonly from: string
  /** Page of the attachment, from 1; missing where it has none, or where it is not known. */
  readonly page?: number
  readonly quote: string
}

export interface ScoredIntent {
  readonly intent: Intent
  /** 0..1, meant as the share of such readings that are right. */
  readonly confidence: number
}

/** Of two matters the one that leads by how the writer tells of them; words alone spoke for the second. */
export interface Turned {
  readonly first: Intent
  readonly second: Intent
  /** In words: "it is named first", "the other is denied". */
  readonly because: string
}

export interface Contact {
  readonly name: string
  readonly email: string
  /** +1 and ten digits, or null. */
  readonly phone: string | null
}

/** One of several legal entities for which a mail asks. */
export interface Party {
  readonly company: string
  /** USPS codes, sorted. */
  readonly states: readonly string[]
  /** The words that name it. */
  readonly quote: string
  /** Where it has a request form of its own, what that says. */
  readonly form?: PartyForm
}

export interface PartyForm {
  /** Indexes of its attachments. */
  readonly at: readonly number[]
  readonly agreement: Agreement | null
  readonly path: Path | null
  readonly contact: Contact | null
  readonly identifiers: Readonly<{ ocn?: string; acna?: string }>
  readonly evidence: readonly Evidence[]
}

export interface Parties {
  /** Two at least. */
  readonly parties: readonly Party[]
  /** False: nobody knows which states are whose, or a name could not be read; a person decides. */
  readonly certain: boolean
}

/** All that was understood of one mail. Request fields are empty unless the kind is `human`. */
export interface Understanding {
  readonly kind: Kind
  readonly intents: readonly ScoredIntent[]
  /** True: `intents` is the best guess only and a person decides. */
  readonly abstained: boolean
  /** Of an abstained mail what it may want besides; nothing is done or said about it. */
  readonly beside?: readonly ScoredIntent[]
  /** The two likeliest readings of the main intent, for the person who decides. */
  readonly likeliest: readonly ScoredIntent[]
  /** Only where the order of two was turned round, and no form, filing or wish for copies decided instead. */
  readonly turned?: Turned
  readonly agreement: Agreement | null
  readonly path: Path | null
  /** Legal name as written, without d/b/a. */
  readonly company: string | null
  /** USPS codes, sorted. */
  readonly states: readonly string[]
  /** Only where it asks for several; `company` and `states` are then those of the mail as a whole. */
  readonly several?: Parties
  readonly identifiers: Readonly<{ ocn?: string; acna?: string }>
  readonly contact: Contact | null
  /** One entry per attachment of the mail, in its order. */
  readonly documents: readonly DocumentSort[]
  readonly evidence: readonly Evidence[]
  /** Name of the model that weighed it: `shipped`, or the number of a trained version. */
  readonly model: string
}

/** The request fields of a mail that asks for nothing of the trade: a machine's, or a person's that is unrelated. */
export const NO_REQUEST = {
  agreement: null,
  path: null,
  company: null,
  states: [],
  identifiers: {},
  contact: null,
} as const

/**
 * What our mails say. A mail is one letter of several sections, so that a mail with several matters gets one answer;
 * the first section gives the subject and names the letter. Each section is a folder in `templates/`, which has the
 * wording and checks these values again before it shows them. Strings of strangers are made safe there.
 */

/** What every letter knows; sections may show it too. */
export interface LetterHead {
  readonly caseRef: string
  /** Whom we greet; '' when we do not know. */
  readonly name: string
  /** When the mail that we answer arrived, as the mailbox recorded it; null in mails that answer none. */
  readonly received: { readonly at: string; readonly timeZone: string } | null
  /** Who signs. */
  readonly team: string
}

export interface Line {
  readonly label: string
  readonly value: string
}

/** A case that the letter is about; several when one request names several states. */
export interface CaseLine {
  readonly ref: string
  /** Name of the state, '' while unknown. */
  readonly state: string
}

export interface AskedItem {
  readonly label: string
  readonly ask: string
  /** Names of the states it is missing for; '' when it is the same for all. */
  readonly states: string
  /** What is wrong with what came in; '' when nothing came. */
  readonly problem: string
}

export interface StatusOfCase {
  readonly ref: string
  readonly state: string
  readonly company: string
  /** The stage in words. */
  readonly stage: string
  readonly items: readonly { readonly label: string; readonly state: 'received' | 'open' | 'with us' | 'problem' }[]
  readonly next: string
  /** Place in the early ordering queue, from 1; null: not in it. */
  readonly position: number | null
}

export const ABOUT = [
  'agreement-request',
  'opt-in-inquiry',
  'early-ordering-letter',
  'amendment-request',
  'customer-questionnaire',
  'signed-agreement',
  'supporting-document',
  'status-inquiry',
  'network-readiness',
  'process-question',
  'other',
] as const
export type About = (typeof ABOUT)[number]

export type Section =
  /** Recorded receipt and "this is what we understood". */
  | {
      readonly section: 'acknowledgement'
      /** The first mail of a request that this one repeats; null: it is the first. */
      readonly since: { readonly at: string; readonly timeZone: string } | null
      readonly about: About
      readonly understood: readonly Line[]
      readonly cases: readonly CaseLine[]
    }
  /** Nothing but receipt: what a program must not answer, or did not understand. */
  | { readonly section: 'received-for-person' }
  /** Only the header of the mail was read, because it is larger than so many megabytes. */
  | { readonly section: 'too-large'; readonly megabytes: number }
  /** Legal notices, petitions, demands: received, passed on, nothing more. */
  | { readonly section: 'legal-notice' }
  | {
      readonly section: 'missing-information'
      readonly items: readonly AskedItem[]
      /** Labels of those that hold up nothing for now. */
      readonly canFollow: readonly string[]
      readonly allCanFollow: boolean
      /** References of the cases in which it asks, where another letter asks in the others of this one. */
      readonly refs?: readonly string[]
    }
  /** The ways to an agreement. `tariff`: Colorado is among the states. */
  | { readonly section: 'route-explainer'; readonly tariff: boolean; readonly requestForm: string | null }
  /** Copies of the template or of the price list are asked for, and no agreement yet. A link: where it lies. */
  | {
      readonly section: 'copies'
      readonly template: boolean
      readonly prices: boolean
      /** Names of the states; empty: none is named. */
      readonly states: readonly string[]
      readonly templateLink: string | null
      readonly pricesLink: string | null
      /** An agreement was asked for in its case before. */
      readonly isAsked: boolean
      readonly requestForm: string | null
    }
  /** What is needed there, for somebody who asks: by states, in a sentence or two. */
  | { readonly section: 'state-needs'; readonly needs: readonly Line[] }
  /** What an adoption under 252(i) takes. */
  | {
      readonly section: 'opt-in-requirements'
      /** Whose agreement, as the mail names it; '' when it names none. */
      readonly adopted: string
      /** The mail picks sections: an agreement is adopted whole or not at all. */
      readonly partial: boolean
      /** It says nothing of amendments (T14). */
      readonly askAmendments: boolean
    }
  | {
      readonly section: 'early-ordering'
      readonly conditions: readonly { readonly label: string; readonly met: boolean }[]
      /** All conditions are met on the CLEC's side. */
      readonly complete: boolean
    }
  | { readonly section: 'questionnaire-pack'; readonly link: string | null; readonly items: readonly string[] }
  | { readonly section: 'start-up-pack'; readonly link: string | null; readonly items: readonly string[] }
  | {
      readonly section: 'documents-received'
      readonly files: readonly { readonly label: string; readonly file: string }[]
      /** Files that came too, and of which nothing is said but that a person looks at them. */
      readonly apart?: readonly string[]
    }
  | { readonly section: 'status-answer'; readonly cases: readonly StatusOfCase[] }
  | {
      readonly section: 'not-our-state'
      readonly states: readonly string[]
      /** `sold`: the states' business went to another carrier; `none`: never ours. */
      readonly why: 'sold' | 'none'
      readonly link: string | null
    }
  /** Something for another department: where it goes, when configured. */
  | {
      readonly section: 'redirect'
      readonly topic: string
      /** Who it is for, in words that hold for every carrier's desk. */
      readonly advice: string
      readonly destination: string | null
      readonly link: string | null
    }
  /** After a milestone. */
  | {
      readonly section: 'next-step'
      readonly happened: string
      readonly next: string
      readonly cases: readonly CaseLine[]
    }
  | {
      readonly section: 'reminder'
      readonly items: readonly AskedItem[]
      /** Open again; it was not asked for with the others. */
      readonly again: readonly AskedItem[]
      readonly askedOn: { readonly at: string; readonly timeZone: string }
      readonly number: number
      /** Something came since we asked: it is not said that nothing was found. */
      readonly heard: boolean
      /** The cases of this part, as they are shown, and their references; none where the letter has but one part. */
      readonly about: readonly string[]
      readonly refs: readonly string[]
      /** Another part follows. */
      readonly goesOn: boolean
    }
  | { readonly section: 'closing'; readonly why: string }

export type SectionName = Section['section']

export const SECTION_NAMES = [
  'acknowledgement',
  'received-for-person',
  'too-large',
  'legal-notice',
  'missing-information',
  'route-explainer',
  'copies',
  'state-needs',
  'opt-in-requirements',
  'early-ordering',
  'questionnaire-pack',
  'start-up-pack',
  'documents-received',
  'status-answer',
  'not-our-state',
  'redirect',
  'next-step',
  'reminder',
  'closing',
] as const satisfies readonly SectionName[]

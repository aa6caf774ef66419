/**
 * The closed vocabularies of the label scheme. Every word here is part of the public contract
 * (`intagree inspect --json`), so a word is never renamed, only added.
 */

/** Who or what wrote a mail. `bulk` is machine mail that answers nothing (newsletters, notices, invitations). */
export const KINDS = ['human', 'auto-reply', 'bounce', 'bulk', 'spam'] as const
export type Kind = (typeof KINDS)[number]

/** What a person's mail wants; the first of a list is the main one. */
export const INTENTS = [
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
  'account-change',
  'other-department',
  'unrelated',
] as const
export type Intent = (typeof INTENTS)[number]

/** The legal regime asked for: 47 U.S.C. 251/252 interconnection, an ordinary commercial contract, or resale. */
export const AGREEMENTS = ['interconnection', 'commercial', 'resale'] as const
export type Agreement = (typeof AGREEMENTS)[number]

/** The way to the agreement: the carrier's template unchanged, negotiated, or another carrier's under 252(i). */
export const PATHS = ['template-as-is', 'negotiate', 'opt-in'] as const
export type Path = (typeof PATHS)[number]

/** What an attached file is, judged by its content. `decoration` is a picture without content, such as a logo. */
export const DOCUMENT_SORTS = [
  'agreement-request-form',
  'customer-questionnaire',
  'certification',
  'ocn-letter',
  'early-ordering-letter',
  'signed-agreement',
  'redlined-agreement',
  'adoption-letter',
  'other',
  'decoration',
] as const
export type DocumentSort = (typeof DOCUMENT_SORTS)[number]

/** Something that mails in this mailbox speak of, with the ways in which people say it. */
export interface Concept {
  readonly id: string
  readonly says: RegExp
}

/** Whole words, in whatever case. Gaps inside `ways` are bounded, so that matching stays linear. */
export function concept(id: string, ...ways: readonly string[]): Concept {
  return { id, says: new RegExp(`\\b(?:${ways.join('|')})\\b`, 'i') }
}

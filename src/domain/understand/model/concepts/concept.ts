/** Something that mails in this mailbox speak of, with the ways in which people say it. */
export interface Concept {
  readonly id: string
  readonly says: RegExp
  /** The ways one by one: what is said is one thing, how it is said another. */
  readonly ways: readonly RegExp[]
}

/** Whole words, in whatever case. Gaps inside `ways` are bounded, so that matching stays linear. */
export function concept(id: string, ...ways: readonly string[]): Concept {
  return { id, says: whole(ways.join('|')), ways: ways.map(whole) }
}

function whole(words: string): RegExp {
  return new RegExp(`\\b(?:${words})\\b`, 'i')
}

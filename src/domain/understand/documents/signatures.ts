/** Whether somebody has signed a paper, as its text shows. */

const SIGNED =
  /\/s\/|\bs\/ ?\p{Lu}|\(signed\)|\b(?:e-?signed|digitally signed|docusigned|executed by|signed (?:by|this|on|for))\b|\b(?:By|Signature|Signed|Sign)(?: \(signature\))?\s?:\s{0,4}(?!Name|Title|Date|Print|Its|By)\p{Lu}\p{L}+/iu
/** "Signed A. Orr", on a line of its own. */
const SIGNED_BARE = /(?:^|\n)[ \t]*(?:Signed|SIGNED),?[ \t]+\p{Lu}[\p{L}.]*[ \t]\p{Lu}\p{Ll}+/u
/** "By: ______", "Signature: ......". */
const BLANK = /\b(?:By|Signature|Signed|Name|Date|Title)\s?:\s{0,4}(?:_{3,}|\.{4,}|-{3,}|$)/im
const SIGNING_PAGE = /\b(?:signature pages?|execution pages?|in witness whereof|have executed this)\b/i
const DATED = /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* \d{1,2}, \d{4}/

/** A mark of a signature; or a page made for signing that is not blank. */
export function isSigned(text: string): boolean {
  if (SIGNED.test(text) || SIGNED_BARE.test(text)) return true
  return SIGNING_PAGE.test(text) && (!BLANK.test(text) || DATED.test(text.slice(text.search(SIGNING_PAGE))))
}

export function isDraft(head: string): boolean {
  return /\bdraft\b|\bspecimen\b|\bnot (?:an offer|for execution|for signature)\b|\bunsigned\b|\bexample only\b/i.test(
    head,
  )
}

/** Letters of ours that come back to us, quoted or sent on: what they say is ours, and proves nothing (domain T12). */

/** Every letter of ours ends with one of these, so that a letter that is sent back to us is known again. */
export const OUR_MAILS_SAY = [
  'This is an automatic confirmation of receipt and nothing more',
  'This is an automatic mail and nothing more',
] as const

/** What stands at the head and at the foot of every digest of the desk. */
export const OUR_DIGESTS_SAY = ['this is your digest for', 'For staff only. Clocks show strict days'] as const

const CHARACTERS = 64_000

/** The text holds the end of a letter of ours, however its lines are broken or quoted. */
export function echoesOurs(text: string): boolean {
  const start = text.slice(0, CHARACTERS)
  // One word first, which no new line or quote mark can tear: nearly every mail is done with here.
  if (!start.includes('automatic')) return false
  const words = unwrapped(start)
  return OUR_MAILS_SAY.some((sentence) => words.includes(sentence))
}

/** The text holds the head or the foot of a digest of ours. */
export function echoesDigest(text: string): boolean {
  const start = text.slice(0, CHARACTERS)
  if (!/\bdigest\b|\bstaff only\b/i.test(start)) return false
  const words = unwrapped(start)
  return OUR_DIGESTS_SAY.some((sentence) => words.includes(sentence))
}

function unwrapped(text: string): string {
  return text.replace(/[\s>|]+/g, ' ')
}

/** Said near the beginning of our letters and digests. */
const BEGINS =
  /\bas\s+recorded\s+by\s+our\s+mailbox\.\s+Its\s+reference\s+is\b|\bWe\s+are\s+writing\s+about\s+CLEC-\d|\bthis\s+is\s+your\s+digest\s+for\b/g
/** The last words of ours. */
const ENDS =
  /\btakes\s+no\s+position\s+on\s+any\s+right,\s+obligation\s+or\s+date\.(?:\s+Nothing\s+that\s+it\s+asks,\s+explains\s+or\s+reports\s+changes\s+that\.)?|\bFor\s+staff\s+only\.\s+Clocks\s+show\s+strict\s+days[^.]{0,80}\./g
/** From the greeting to the words by which the letter is known. */
const OPENING = 400

/** A quoted text in which blanks stand for what is a letter of ours; as long as before, line by line. */
export function withoutOurs(quoted: string): string {
  if (!/\bmailbox\b|\bCLEC-|\bdigest\b/.test(quoted)) return quoted
  const ends = [...quoted.matchAll(ENDS)].map((end) => end.index + end[0].length)
  let text = quoted
  for (const { index } of quoted.matchAll(BEGINS)) {
    const opening = quoted.slice(Math.max(0, index - OPENING), index)
    const greeting = opening.lastIndexOf('Hello')
    const from = greeting >= 0 ? index - opening.length + greeting : quoted.lastIndexOf('\n', index) + 1
    const to = ends.find((end) => end > index) ?? quoted.length
    text = `${text.slice(0, from)}${text.slice(from, to).replace(/[^\n]/g, ' ')}${text.slice(to)}`
  }
  return text
}

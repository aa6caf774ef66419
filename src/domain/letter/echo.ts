/** Every letter of ours ends with one of these, so that a letter that is sent back to us is known again. */
export const OUR_MAILS_SAY = [
  'This is an automatic confirmation of receipt and nothing more',
  'This is an automatic mail and nothing more',
] as const

const CHARACTERS = 64_000

/** The text holds the end of a letter of ours, however its lines are broken or quoted. */
export function echoesOurs(text: string): boolean {
  const start = text.slice(0, CHARACTERS)
  // One word first, which no new line or quote mark can tear: nearly every mail is done with here.
  if (!start.includes('automatic')) return false
  const words = start.replace(/[\s>|]+/g, ' ')
  return OUR_MAILS_SAY.some((sentence) => words.includes(sentence))
}

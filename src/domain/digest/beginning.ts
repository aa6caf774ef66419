/** The beginning of a draft as the digest shows it: enough to see what would be sent, and on what reading it rests. */

const MOST_LINES = 14
const MOST_CHARACTERS = 900
const SALUTATION = /^(?:hello|dear|good (?:morning|day|afternoon))\b.{0,80},$/i

/** Lines that begin with a bar, without the salutation; none where nothing is known. */
export function beginningOf(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && !SALUTATION.test(line))
  const shown: string[] = []
  let room = MOST_CHARACTERS
  for (const line of lines) {
    if (shown.length === MOST_LINES || line.length > room) return [...shown, '| ...']
    shown.push(`| ${line}`)
    room -= line.length
  }
  return shown
}

/**
 * The seat of an office in a signature: "Acme Telephone, Inc., Trinidad, Colorado" below the writer's name. Where somebody
 * sits is not what he asks for. What stands in the body, or closes a mail that nobody signs, may be just that; and a town
 * and its state in a line of their own are the only word of the state in many a mail.
 */
import { isClosing, isSignatureMark } from '../../fold-marks.ts'
import type { Reading } from '../../reading.ts'
import { firmNamesIn } from '../company/firm-names.ts'
import { signOffStart } from '../contact/sign-off.ts'
import type { StateMention } from './mentions.ts'
import { STATES } from './names.ts'

/** "…, Trinidad, Colorado", perhaps with a telephone behind it. */
const SEAT = new RegExp(
  `^(?:,| -| \\|| ·) (\\p{Lu}[\\p{L}.'-]+(?: \\p{Lu}[\\p{L}.'-]+){0,2}, (?:${STATES.map(([, name]) => name).join('|')}))[\\s.,;|·()\\d+-]*(?:\\([\\p{L} ]{1,20}\\))?$`,
  'u',
)

/** "Our new office:", "wanted by": what stands below is meant. */
const LEADS_ON = /(?:[:,-]|\b(?:by|for|of|in|at|to|from|with|is|are|and|as))\s*$/i
const ENDS_SENTENCE = /[.?!][)"']?\s*$/
/** Words of a sentence, and not of a name, a title or a telephone's hours. */
const SAYS = /\?|\p{Ll}{2,} \p{Ll}{2,} \p{Ll}{2,}/u
/** "We need one for our own state": then the seat tells which. */
const REFERS =
  /\b(?:our|my|this|home|same|that) (?:own |home |whole )?(?:state|town|city|area|county|valley|region|territory)\b|\bwhere (?:we|our|I|my)\b|\b(?:around|down|out|up|in|from) here\b|\b(?:below|following|undersigned|headquarter\w*|our (?:\w+ )?(?:office|seat|address))\b/i

/** Whether it is said where the writer's house is. */
export function isSeat({ stance, sentence, at }: StateMention, reading: Reading): boolean {
  if (stance !== 'address' || (sentence.place !== 'newest' && sentence.place !== 'signature')) return false
  const lines = signatureOf(reading)
  if (!lines.some((line) => sentence.text.startsWith(line))) return false
  return seatsIn(lines).some((seat) => {
    const from = sentence.text.indexOf(seat)
    return from >= 0 && from < at && at < from + seat.length
  })
}

/** The lines with words from the sign-off on; none where more is said there, or where words lead on to them. */
function signatureOf({ mail, newest, signature }: Reading): readonly string[] {
  const own = `${newest}\n${signature}`
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
  const [sender] = mail.from
  const start = signOffStart(own, { name: sender?.name ?? null, email: sender?.address ?? null })
  const [above, first] = [own[start - 1] ?? '', own[start] ?? '']
  const isSignedOff = isClosing(first) || isSignatureMark(first)
  const lines = own.slice(start)
  const isMeant = LEADS_ON.test(above) || lines.some((line) => SAYS.test(line) || /(?::|\b(?:by|for))$/i.test(line))
  const isReal = start > 0 && (isSignedOff || ENDS_SENTENCE.test(above) || isClosing(above)) && !isMeant
  return isReal && !REFERS.test(newest) ? lines : []
}

/** "Acme Telephone, Inc., Trinidad, Colorado": the place that is written behind the firm. */
function seatsIn(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const [firm] = firmNamesIn(line)
    return firm?.from === 0 ? (SEAT.exec(line.slice(firm.to))?.[1] ?? []) : []
  })
}

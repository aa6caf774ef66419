/**
 * The day on which an agreement ends, as its own text names it. One day that is written out is read; a term that has to be
 * reckoned ("three years from the Effective Date", which hangs on the commission), or two days, are for a person.
 */
import { DAY_WITH_YEAR, dayOf } from '../../orders/days.ts'

export interface AgreementEnd {
  /** `YYYY-MM-DD`; null: it names an end that a person has to read. */
  readonly day: string | null
  /** Where in the text. */
  readonly at: number
  readonly quote: string
}

const DAY = `(${DAY_WITH_YEAR})`
const ENDS =
  '(?:(?:shall |will )?(?:expires?|ends?|terminates?|runs? out)|(?:shall |will )?(?:remains?|continues?|is|be) in (?:full )?(?:force|effect)(?: and effect)?)'
const NAMED = new RegExp(
  `\\b(?:agreement|term|initial term)\\b[^.;\\n]{0,80}?\\b${ENDS}[^.;\\n]{0,30}?\\b(?:on|until|through|at midnight on|as of)\\s+${DAY}|\\b(?:expiration|expiry|termination|end) date(?: of (?:this|the) agreement)?\\s*(?:is|:)?\\s*${DAY}`,
  'gi',
)
const RECKONED =
  /\b(?:term|agreement)\b[^.;\n]{0,120}?\b(?:one|two|three|four|five|\d{1,2})(?: \(\d{1,2}\))?[- ](?:years?|months?)\b[^.;\n]{0,40}?\b(?:from|after|following|beginning)\b[^.;\n]{0,40}?\b(?:effective date|date of (?:approval|execution|signature)|approval|commencing)\b/i

const WIDTH = 160

/** Null: it names none. */
export function agreementEndIn(text: string): AgreementEnd | null {
  const named = [...text.matchAll(NAMED)].map((found) => ({
    at: found.index,
    said: found[1] ?? found[2] ?? '',
    words: found[0],
  }))
  const days = new Set(named.map(({ said }) => dayNamed(said)))
  const [first] = named
  if (first === undefined) {
    const reckoned = RECKONED.exec(text)
    return reckoned === null ? null : { day: null, at: reckoned.index, quote: reckoned[0].slice(0, WIDTH) }
  }
  const [day = null] = days
  return { day: days.size === 1 && !RECKONED.test(text) ? day : null, at: first.at, quote: first.words.slice(0, WIDTH) }
}

/** Every day here is written with its year. */
function dayNamed(said: string): string | null {
  const read = dayOf(said, '2000-01-01')
  return 'day' in read ? read.day : null
}

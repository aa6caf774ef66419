/** What stands behind an item: its day, its value, a note. */
import { DAY_PATTERN, dayOf } from './days.ts'

export interface Tailed {
  readonly body: string
  readonly on: string | null
  readonly value: string | null
  readonly note: string | null
}

const DAY = new RegExp(`[\\s,]+(?:(?:on|as of|dated|since|effective)\\s+)?(?:the\\s+)?(${DAY_PATTERN})$`, 'i')
const DAY_FIRST = new RegExp(`^(?:on\\s+)?(${DAY_PATTERN})\\s*[,:]?\\s+(?=\\S)`, 'i')
/** A number of another office: it has a digit in it. */
const CODE = '((?:[A-Z]{1,6} )?[\\w][\\w/.,-]*\\d[\\w/.,-]*|\\d[\\w/.,-]*)'
const VALUE = new RegExp(
  `[\\s,]+(?:(?:as|under|in|with|at)\\s+)?(?:the\\s+)?(?:(?:docket|case|tracking|file|application|value|number|no\\.?|nr\\.?|is|=|:)\\s*)+[:#=]?\\s*${CODE}$`,
  'i',
)
const AS_VALUE = new RegExp(`(?:[\\s,]+(?:as|under)\\s+|\\s*[=:]\\s*|\\s+#)${CODE}$`, 'i')
const NOTE = /[\s,]*(?:\(([^()]{1,500})\)|[,\s-]\s*(?:note:?|because|since)\s+(.{1,500}))$/i

export function tailOf(said: string, today: string): Tailed | { readonly problem: string } {
  let body = said.trim()
  let [on, value, note]: [string | null, string | null, string | null] = [null, null, null]
  const first = DAY_FIRST.exec(body)
  if (first !== null) body = `${body.slice(first[0].length)} on ${first[1]}`
  for (let round = 0; round < 4; round += 1) {
    const before = body
    const noted: RegExpExecArray | null = note === null ? NOTE.exec(body) : null
    if (noted !== null) {
      note = (noted[1] ?? noted[2] ?? '').trim()
      body = body.slice(0, noted.index)
    }
    const day: RegExpExecArray | null = on === null ? DAY.exec(body) : null
    if (day !== null) {
      const read = dayOf(day[1] ?? '', today)
      if ('problem' in read) return read
      on = read.day
      body = body.slice(0, day.index)
    }
    const valued: RegExpExecArray | null = value === null ? (VALUE.exec(body) ?? AS_VALUE.exec(body)) : null
    if (valued !== null) {
      value = (valued[1] ?? '').replace(/[.,]+$/, '')
      body = body.slice(0, valued.index)
    }
    if (body === before) break
  }
  return { body: body.trim(), on, value, note }
}

import type { Agreement, DocumentSort } from '../../../labels.ts'
import { FILE_TEXT_LIMIT } from '../../limits.ts'
import { plain } from '../../plain.ts'
import type { Reading } from '../../reading.ts'

/** The sort of agreement that a request form ticks: "(X) Commercial", "Interconnection (x)". */

const SORTS = ['interconnection', 'commercial', 'resale'] as const
const SORT = /\b(?:interconnection|commercial|resale)\b/i
const BOX = /[☐☒☑✓✔]|\[[ \t]{0,3}[xX]?[ \t]{0,3}\]|\([ \t]{0,3}[xX]?[ \t]{0,3}\)/
const TICK = '(?:[☒☑✓✔]|\\[[ \\t]{0,3}[xX][ \\t]{0,3}\\]|\\([ \\t]{0,3}[xX][ \\t]{0,3}\\))'
const TICKED_BEFORE = new RegExp(
  `${TICK}[ \\t]{0,3}(?:\\(?\\d[.)]?[ \\t]{1,3})?(interconnection|commercial|resale)\\b`,
  'gi',
)
const TICKED_BEHIND = new RegExp(`\\b(interconnection|commercial|resale)[ \\t:]{0,3}${TICK}`, 'gi')

/** "Resale: X", "Commercial | yes": a sheet's row. */
const MARKED_ROW =
  /^[ \t]{0,8}(interconnection|commercial|resale)(?: agreement)?[ \t]{0,3}[:|=\t][ \t|]{0,4}(?:x|yes|y|[☒☑✓✔])[ \t|]{0,3}$/i

/** Null where the forms tick none or several. */
export function sortInForms(ground: {
  readonly reading: Reading
  readonly documents: readonly DocumentSort[]
}): Agreement | null {
  const forms = ground.reading.mail.attachments.filter((_, at) => ground.documents[at] === 'agreement-request-form')
  const lines = forms.flatMap((file) => plain((file.text ?? '').slice(0, FILE_TEXT_LIMIT)).split('\n'))
  const sorts = new Set(lines.flatMap(tickedIn))
  return SORTS.find((sort) => sorts.size === 1 && sorts.has(sort)) ?? null
}

/** Boxes stand all before or all behind their words. */
function tickedIn(line: string): string[] {
  const [, row] = MARKED_ROW.exec(line.slice(0, 400)) ?? []
  if (row !== undefined) return [row.toLowerCase()]
  if (line.length > 400 || !BOX.test(line)) return []
  const pattern = line.search(BOX) < line.search(SORT) ? TICKED_BEFORE : TICKED_BEHIND
  return [...line.matchAll(pattern)].map((match) => (match[1] ?? '').toLowerCase())
}

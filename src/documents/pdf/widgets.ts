/** Form fields and notes of a page (ISO 32000-1, 12.5 and 12.7) out of what PDF.js tells of them. */
import type { Piece } from './piece.ts'

/** Of an annotation, what is used here; PDF.js gives more and promises nothing. */
export interface Annotation {
  readonly subtype?: string
  readonly rect: readonly number[]
  readonly fieldType?: string
  readonly fieldName?: string
  readonly alternativeText?: string
  readonly fieldValue?: unknown
  readonly checkBox?: boolean
  readonly radioButton?: boolean
  readonly pushButton?: boolean
  readonly exportValue?: unknown
  readonly buttonValue?: unknown
  readonly options?: readonly { readonly exportValue?: unknown; readonly displayValue?: unknown }[]
  readonly contentsObj?: { readonly str?: string }
  readonly titleObj?: { readonly str?: string }
}

type Place = Pick<Piece, 'left' | 'right' | 'top' | 'bottom'>

const NOTES = new Set(['Text', 'Highlight', 'Underline', 'StrikeOut', 'Squiggly', 'Caret', 'Square'])
/** Names that form programs give by themselves. */
const GIVEN_NAME =
  /^(?:text|check ?box|group|field|radio|button|dropdown|list ?box|undefined|untitled|fill|f|chk|date)?[\W_]*\d*$/i
/** Height of a typed line when all that is known is how many there are. */
const TYPED_LINE = 12

/** What stands on the page; a comment as a line of its own. */
export function widgetPiece(annotation: Annotation, place: Place): readonly Piece[] | string {
  const { subtype = '', fieldType } = annotation
  if (subtype === 'FreeText') return typedPieces(annotation.contentsObj?.str ?? '', place)
  if (NOTES.has(subtype)) return comment(annotation)
  if (subtype !== 'Widget' || annotation.pushButton === true) return []
  const name = nameOf(annotation)
  if (fieldType === 'Btn') return [{ sort: 'box', text: '', isTicked: isTicked(annotation), name, ...place }]
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return []
  return [{ sort: 'field', text: shownValue(annotation), isTicked: false, name, ...place }]
}

/** Text that was typed over a form that has no fields. */
function typedPieces(text: string, { left, right, top, bottom }: Place): readonly Piece[] {
  const lines = text.split(/\r\n?|\n/).slice(0, 200)
  const height = Math.min((bottom - top) / lines.length, TYPED_LINE)
  return lines.flatMap((line, at) => {
    const place = { left, right, top: top + at * height, bottom: top + (at + 1) * height }
    return /\S/.test(line) ? [{ sort: 'text' as const, text: line, isTicked: false, name: '', ...place }] : []
  })
}

function comment({ titleObj, contentsObj }: Annotation): readonly Piece[] | string {
  const said = contentsObj?.str ?? ''
  if (!/\S/.test(said)) return []
  const by = titleObj?.str ? ` by ${titleObj.str.slice(0, 60)}` : ''
  return `Comment${by}: ${said.replace(/\s+/g, ' ')}`
}

function isTicked({ radioButton, fieldValue, exportValue, buttonValue }: Annotation): boolean {
  if (fieldValue === null || fieldValue === undefined || fieldValue === '' || fieldValue === 'Off') return false
  const own = radioButton === true ? buttonValue : exportValue
  return own === undefined || own === null ? radioButton !== true : fieldValue === own
}

function shownValue({ fieldValue, options = [] }: Annotation): string {
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue]
  const shown = values.map((value) => {
    const option = options.find(({ exportValue }) => exportValue === value)
    return typeof option?.displayValue === 'string' ? option.displayValue : value
  })
  return shown
    .filter((value) => typeof value === 'string')
    .join(', ')
    .replace(/\r\n?/g, '\n')
}

/** The tool tip, else the name where a person chose it: `legal_name` -> `legal name`. */
function nameOf({ alternativeText, fieldName = '' }: Annotation): string {
  if (alternativeText && /\S/.test(alternativeText)) return alternativeText
  const own =
    fieldName
      .split('.')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? ''
  return GIVEN_NAME.test(own) ? '' : own.replace(/_+/g, ' ').trim()
}

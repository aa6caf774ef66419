/** The words and form fields of one PDF page with their places. */
import type { PageViewport, PDFPageProxy } from 'unpdf/pdfjs'
import type { Job } from '../job.ts'
import { Refusal } from '../refusal.ts'
import type { Piece } from './piece.ts'
import { type Annotation, widgetPiece } from './widgets.ts'

export interface PagePieces {
  readonly pieces: readonly Piece[]
  /** Words that do not run from left to right: stamps and margins. */
  readonly turned: readonly string[]
  /** Notes that readers stuck to the page. */
  readonly comments: readonly string[]
  readonly width: number
}

interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** Ascent and descent of common fonts, as parts of their size. */
const ASCENT = 0.8
const DESCENT = 0.2

export async function piecesOf(page: PDFPageProxy, job: Job): Promise<PagePieces> {
  const viewport = page.getViewport({ scale: 1 })
  const pieces: Piece[] = []
  const turned: string[] = []
  for (const item of await textItems(page, job)) {
    if (!/\S/.test(item.str)) continue
    const piece = textPiece(item, viewport)
    if (piece === null) turned.push(item.str)
    else pieces.push(piece)
  }
  const comments: string[] = []
  const annotations = (await page.getAnnotations({ intent: 'display' })) as readonly Annotation[]
  for (const annotation of annotations.slice(0, job.limits.pageItems)) {
    job.checkTime()
    const [left = 0, top = 0, right = 0, bottom = 0] = placeOf(annotation.rect, viewport)
    const found = widgetPiece(annotation, { left, top, right, bottom })
    if (typeof found === 'string') comments.push(found)
    else pieces.push(...found)
  }
  return { pieces, turned, comments, width: viewport.width }
}

/** Read chunk by chunk, so that a page without end can be left. */
async function textItems(page: PDFPageProxy, job: Job): Promise<readonly TextItem[]> {
  const items: TextItem[] = []
  const reader = page.streamTextContent().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return items
    for (const item of (value as { readonly items: readonly unknown[] }).items) {
      if (typeof (item as Partial<TextItem>).str === 'string') items.push(item as TextItem)
    }
    if (items.length <= job.limits.pageItems && !job.isLate) continue
    await reader.cancel(new Error('enough'))
    if (items.length <= job.limits.pageItems) job.checkTime()
    throw new Refusal('text-limit', `a page of it has more than ${job.limits.pageItems} pieces of text`)
  }
}

/** Null when the text is turned. */
function textPiece({ str, transform, width, height }: TextItem, viewport: PageViewport): Piece | null {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform
  const size = height || Math.hypot(a, b)
  const [left, baseline] = pointOf(viewport, x, y)
  const [right, end] = pointOf(
    viewport,
    x + (a * width) / (Math.hypot(a, b) || 1),
    y + (b * width) / (Math.hypot(a, b) || 1),
  )
  if (Math.abs(end - baseline) > Math.abs(right - left) || right < left) return null
  const place = { left, right, top: baseline - ASCENT * size, bottom: baseline + DESCENT * size }
  return { sort: 'text', text: str, isTicked: false, name: '', ...place }
}

function pointOf(viewport: PageViewport, x: number, y: number): readonly [number, number] {
  const [left = 0, top = 0] = viewport.convertToViewportPoint(x, y) as readonly number[]
  return [left, top]
}

function placeOf(rect: readonly number[], viewport: PageViewport): readonly number[] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect
  const [a, b] = pointOf(viewport, x1, y1)
  const [c, d] = pointOf(viewport, x2, y2)
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

import type { PagePieces } from './page-pieces.ts'

/** A stamp of the scanner, a page number, a line of the fax: what may stand as text on a page that is a picture. */
const NEGLIGIBLE_CHARS = 80

/** Whether a page has so little text that a picture on it, if there is one, is the page. */
export function isPicturePage({ pieces }: Pick<PagePieces, 'pieces'>): boolean {
  const chars = pieces.reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0)
  return chars < NEGLIGIBLE_CHARS && pieces.every(({ sort }) => sort === 'text')
}

/** Whether there is any picture in the file: its dictionary always stands in the clear (ISO 32000-1, 7.5.7). */
export function holdsPictures(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(IMAGE); at >= 0; at = bytes.indexOf(IMAGE, at + 1)) {
    // Others are /ImageB and the like, which say what a printer needs.
    if (!/\w/.test(String.fromCharCode(bytes[at + IMAGE.length] ?? 0))) return true
  }
  return false
}

const IMAGE = '/Image'

import type { Attachment } from '../../mail.ts'

/** Pictures that mail programs place in a signature, told from pictures of papers. */

/** Somebody drew or took it, however small it became. */
const DRAWN = /\d|diagram|drawing|sketch|map|photo|scan|plan|page|picture/i
/** So few hold a dot or a stroke, and no page. */
const DOT_BYTES = 400
/** Logos and icons are smaller than any photograph of a page. */
const ICON_BYTES = 20_000
const LOGO_BYTES = 60_000
/** A picture with this many words was a page. */
const PAGE_WORDS = 25
const PROGRAMS_NAME =
  /^(?:image\d{3}|outlook-|logo|icon|banner|signature|spacer|facebook|linkedin|twitter|instagram|pixel|divider)|[-_ .](?:logo|icon|banner)\b/i

/** Small, inline or shown by the text, with a program's name. */
export function isDecoration(file: Attachment, files: number): boolean {
  if (!/^image\//i.test(file.mediaType)) return false
  if ((file.text?.split(/\s+/, PAGE_WORDS).length ?? 0) >= PAGE_WORDS) return false
  if (file.bytes < DOT_BYTES && !DRAWN.test(file.filename)) return true
  const isPlaced = file.inline || file.contentId !== null
  const isLogo = PROGRAMS_NAME.test(file.filename)
  if (!isPlaced && !isLogo) return false
  return file.bytes < ICON_BYTES || (isLogo && file.bytes < LOGO_BYTES) || (isPlaced && isLogo && files > 1)
}

/** Strings out of a stranger's bytes, made fit for storage and display. */

/** PostgreSQL text and jsonb hold neither U+0000 nor a lone surrogate. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu

/** C0 and C1 controls, and the marks that reorder or hide what a person reads (Unicode TR36 2.10, bidi spoofing). */
const INVISIBLE = /[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** The same without tab and line end. */
const INVISIBLE_IN_TEXT = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Drops NUL, replaces lone surrogates by U+FFFD. */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, (found) => (found === '\0' ? '' : '\ufffd'))
}

/** Text with LF line ends, storable, without what nobody sees: it is read by people, terminals and our own patterns alike. */
export function cleanText(text: string): string {
  return storable(text.replace(/\r\n?|[\f\u2028\u2029]/g, '\n').replace(INVISIBLE_IN_TEXT, ''))
}

/** One line without controls: header values, names. */
export function cleanLine(text: string): string {
  return storable(text.replace(/[\x00-\x1f\x7f]+/g, ' ').replace(INVISIBLE, '')).trim()
}

/** A file name without path, controls and reordering marks; '' when nothing is left. */
export function cleanFilename(name: string, maxChars: number): string {
  const visible = storable(name).replace(INVISIBLE, '')
  const base = visible.slice(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1).trim()
  return base === '.' || base === '..' ? '' : shorten(base, maxChars)
}

/** Keeps the extension, which tells people and programs what the file is. */
function shorten(name: string, maxChars: number): string {
  if (name.length <= maxChars) return name
  const extension = /\.[\w]{1,10}$/.exec(name)?.[0] ?? ''
  return storable(name.slice(0, maxChars - extension.length)) + extension
}

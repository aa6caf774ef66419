/** A name under which a stranger's file can be saved on any system (and quoted in a Content-Disposition). */
import { ALLOWED } from './allowed.ts'

const LONGEST = 100
/** Device names of Windows, with whatever extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)$/i
/** Controls, marks that reorder or hide, private and unassigned characters. */
const UNSEEN = /[\p{C}\u2028\u2029]/gu
/** What paths, shells and file systems read. */
const SPECIAL = /[<>:"/\\|?*`$;&'%~{}[\]^#!]+/g

/**
 * No path, no reordering marks, no reserved name, at most 100 characters, never hidden; the extension is that of the type
 * the bytes tell, so `invoice.pdf.exe` that is a picture becomes `invoice.pdf_exe.png`. Never empty.
 */
export function downloadName(filename: string, mediaType: string): string {
  const visible = filename.normalize('NFC').replace(UNSEEN, '')
  const base = visible.slice(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1)
  const extension = ALLOWED[mediaType] ?? 'bin'
  const stem = withoutExtension(base, extension)
    .replace(SPECIAL, '_')
    .replace(/\s+/g, ' ')
    .replace(/\.(?=[a-z0-9]{1,8}$)/i, '_')
    .replace(/^[. _-]+|[. ]+$/g, '')
  const cut = [...stem]
    .slice(0, LONGEST - extension.length - 1)
    .join('')
    .trimEnd()
  const first = cut.split('.')[0] ?? ''
  const safe = cut === '' ? 'file' : RESERVED.test(first.trim()) ? `_${cut}` : cut
  return `${safe}.${extension}`
}

/** Without the extension that will be put there, and without another spelling of it. */
function withoutExtension(base: string, extension: string): string {
  const same = SPELLINGS[extension] ?? [extension]
  const dot = base.lastIndexOf('.')
  return dot > 0 &&
    same.includes(
      base
        .slice(dot + 1)
        .toLowerCase()
        .trim(),
    )
    ? base.slice(0, dot)
    : base
}

const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  jpg: ['jpg', 'jpeg', 'jpe'],
  tif: ['tif', 'tiff'],
  txt: ['txt', 'text', 'log'],
  heic: ['heic', 'heif'],
}

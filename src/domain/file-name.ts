/**
 * A stranger's file name as one that every system can hold: one path element, without characters that a shell, Windows
 * or a terminal takes for something else, not too long. The caller puts something of its own in front, so that it is
 * neither hidden, reserved nor twice there.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/\.{2,}/g, '.')
    .replace(/^[._-]+|[._-]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const extension = dot > 0 && plain.length - dot <= MOST_EXTENSION ? plain.slice(dot) : ''
  const stem = plain.slice(0, plain.length - extension.length)
  return `${[...stem].slice(0, MOST_STEM).join('') || 'file'}${extension}`
}

/** File systems take 255 bytes; a letter may have four, and zip programs of old count the folders too. */
const [MOST_STEM, MOST_EXTENSION] = [40, 12]

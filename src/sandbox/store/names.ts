const LONGEST_FOLDER = 200

/**
 * A folder name for a user or a mailbox that is safe on every file system: letters, digits and a few signs stay, all
 * else is percent-encoded. Null when it would be too long.
 */
export function folderOf(name: string): string | null {
  const encoded = [...Buffer.from(name, 'utf8')]
    .map((byte, index) => (isPlain(byte, index) ? String.fromCharCode(byte) : escaped(byte)))
    .join('')
  return encoded.length > 0 && encoded.length <= LONGEST_FOLDER ? encoded : null
}

/** The name a folder was made from. */
export function nameOf(folder: string): string {
  return Buffer.from(
    folder.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
}

/**
 * The mailbox name as it is kept: INBOX in capitals in any spelling (RFC 3501 5.1), without the trailing separator
 * that CREATE allows. Null for names that cannot be mailboxes. Names stay in modified UTF-7, as on the wire.
 */
export function readMailboxName(text: string): string | null {
  const name = text.replace(/\/$/, '').replace(/^inbox(?=\/|$)/i, 'INBOX')
  if (!/^[\x20-\x7e]+$/.test(name) || /[*%\\"]/.test(name)) return null
  if (name.split('/').some((level) => /^\.{0,2}$/.test(level))) return null
  return folderOf(name) === null ? null : name
}

function isPlain(byte: number, index: number): boolean {
  const sign = String.fromCharCode(byte)
  // A leading dot would hide the folder, or be `..`; a trailing one is lost on some file systems.
  return /[A-Za-z0-9@_+-]/.test(sign) || (sign === '.' && index > 0)
}

function escaped(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

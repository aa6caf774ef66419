/** The public half of the key that signs, as it stands in DNS (RFC 6376 3.6). */
import { createPublicKey } from 'node:crypto'

/** What one TXT record, or its absence, means for a key: `same` is the only one with which others trust our mails. */
export type DkimRecord = 'same' | 'other' | 'revoked' | 'missing'

export function recordName({ domain, selector }: { readonly domain: string; readonly selector: string }): string {
  return `${selector}._domainkey.${domain}`
}

/** What should stand there. */
export function recordFor(privateKey: string): string {
  return `v=DKIM1; k=rsa; p=${published(privateKey, 'spki')}`
}

/** `records`: as `resolveTxt` gives them, each in its pieces. */
export function compareRecord(records: readonly (readonly string[])[], privateKey: string): DkimRecord {
  const keys = records.map((pieces) => keyIn(pieces.join(''))).filter((key) => key !== null)
  if (keys.length === 0) return 'missing'
  // The RFC asks for the bare RSA key; nearly everybody publishes it with its type around it, and both are read.
  const ours = [published(privateKey, 'spki'), published(privateKey, 'pkcs1')]
  if (keys.some((key) => ours.includes(key))) return 'same'
  return keys.every((key) => key === '') ? 'revoked' : 'other'
}

/** The tag `p=`; empty: the key was taken back. */
function keyIn(record: string): string | null {
  const tags = record.split(';').map((tag) => tag.replace(/\s+/g, ''))
  return tags.find((tag) => tag.startsWith('p='))?.slice(2) ?? null
}

function published(privateKey: string, type: 'spki' | 'pkcs1'): string {
  return createPublicKey(privateKey).export({ type, format: 'der' }).toString('base64')
}

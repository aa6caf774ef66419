/** OpenPGP (RFC 9580): armoured or binary, locked or signed. */
import { withoutPgpArmour } from '../../text/pgp-armour.ts'
import type { Job } from '../job.ts'

export async function readPgp(job: Job): Promise<void> {
  const text = job.bytes.toString('utf8', 0, 4 * job.limits.chars)
  if (text.includes('-----BEGIN PGP SIGNED MESSAGE-----')) readSigned(job, text)
  else if (/-----BEGIN PGP (?:SIGNATURE|PUBLIC KEY BLOCK)-----/.test(text)) return
  // The part of RFC 3156 4 that only names a version stands before the locked one.
  else if (job.bytes.length < 100 && /^\s*Version:\s*1/i.test(text)) return
  else job.note('encrypted', 'a PGP message')
}

function readSigned(job: Job, text: string): void {
  job.note('signed', 'by PGP; the signature is not checked')
  const lines = withoutPgpArmour(text).text.split('\n')
  for (const line of lines) /\S/.test(line) ? job.sheet.line(line) : job.sheet.gap()
}

/** Signs what leaves (DKIM, RFC 6376: rsa-sha256, relaxed/relaxed), so that others can tell it from forgeries. */
import DKIM from 'nodemailer/lib/dkim'
import { IntakeError } from '../foundation/intake-error.ts'

export interface DkimKey {
  readonly domain: string
  readonly selector: string
  /** PEM of an RSA key. */
  readonly privateKey: string
}

const FIELD = Buffer.from('DKIM-Signature:')

/**
 * Signs a mail when it leaves, not when it is written: a draft may wait for weeks, and the key that is published then
 * counts. Rejects with `IntakeError smtp` rather than give an unsigned mail, as the library does with a broken key.
 */
export function dkimSigner({ domain, selector, privateKey }: DkimKey): (raw: Uint8Array) => Promise<Buffer> {
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey })
  return async (raw) => {
    const signed: Buffer[] = []
    const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
    for await (const piece of signer.sign(bytes)) signed.push(piece as Buffer)
    const whole = Buffer.concat(signed)
    if (whole.subarray(0, FIELD.length).equals(FIELD) && whole.subarray(-bytes.length).equals(bytes)) return whole
    throw new IntakeError('smtp', `The mail could not be signed for ${domain}. Check dkim.keyFile.`)
  }
}

import { createHmac, timingSafeEqual } from 'node:crypto'

/** Base 36 digits of the HMAC that are kept: 62 bits, far beyond guessing through a mail server. */
const LENGTH = 12

export interface Signer {
  /** 12 characters a-z, 0-9. */
  sign(text: string): string
  holds(text: string, token: string): boolean
}

/** Short HMAC-SHA-256 signatures (RFC 2104) under the installation's secret. */
export function hmacSigner(secret: string): Signer {
  function sign(text: string): string {
    const digest = createHmac('sha256', secret).update(text).digest()
    return digest.readBigUInt64BE(0).toString(36).padStart(LENGTH, '0').slice(-LENGTH)
  }
  return {
    sign,
    holds(text, token) {
      const right = Buffer.from(sign(text))
      const given = Buffer.from(token.toLowerCase())
      return right.length === given.length && timingSafeEqual(right, given)
    },
  }
}

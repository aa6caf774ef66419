/**
 * A mail that an operator sends through everything to see that it works. A signature in its header tells it from what
 * anybody else could write; it opens no case, is answered by nobody, and is accounted for as a machine's mail.
 */
import type { ReadMail } from './mail.ts'

export const CANARY_FIELD = 'X-Intagree-Canary'

/** Whoever sees one cannot use it later. */
const VALID_MS = 3_600_000

/** `number at signature`; `at` in milliseconds since the epoch. */
export function canaryValue(number: string, at: number, sign: (text: string) => string): string {
  return `${number} ${at} ${sign(signedText(number, at))}`
}

/** `receivedAt` in milliseconds; the mailbox's clock may be an hour wrong either way. */
export function isCanary(
  mail: Pick<ReadMail, 'headers'>,
  receivedAt: number,
  holds: (text: string, token: string) => boolean,
): boolean {
  const field = mail.headers.find(({ name }) => name === CANARY_FIELD.toLowerCase())
  const [, number = '', at = '', token = ''] =
    /^([\w-]{1,64}) (\d{1,15}) ([a-z0-9]{1,32})$/.exec(field?.value ?? '') ?? []
  return number !== '' && Math.abs(receivedAt - Number(at)) <= VALID_MS && holds(signedText(number, Number(at)), token)
}

function signedText(number: string, at: number): string {
  return `canary ${number} ${at}`
}

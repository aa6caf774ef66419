import type { ProblemCode } from '../domain/mail.ts'

/** Ends the reading of one document; `readDocument` turns it into a problem. Never leaves this room. */
export class Refusal extends Error {
  readonly code: ProblemCode
  constructor(code: ProblemCode, detail: string) {
    super(detail)
    this.code = code
  }
}

/** What a library says of bytes that it cannot read, on one short line. */
export function reasonOf(error: unknown): string {
  return error instanceof Error
    ? error.message
        .slice(0, 120)
        .replace(/[^\x20-\x7e]+/g, ' ')
        .trim()
    : 'unknown'
}

import type { ProblemCode } from '../domain/mail.ts'

/** Ends the reading of one document; `readDocument` turns it into a problem. Never leaves this room. */
export class Refusal extends Error {
  readonly code: ProblemCode
  constructor(code: ProblemCode, detail: string) {
    super(detail)
    this.code = code
  }
}

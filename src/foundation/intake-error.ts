/** Codes of what can go wrong outside of a mail. One spelling: kebab-case words from this list. */
export type IntakeErrorCode =
  | 'config'
  | 'archive'
  | 'database'
  | 'embedded-database'
  | 'mailbox'
  | 'mailbox-refusal'
  | 'login'
  | 'queue'
  | 'smtp'
  | 'scanner'
  | 'template'
  | 'model'
  | 'usage'
  | 'not-found'
  | 'stopping'

/**
 * An error whose message is a sentence for the operator: what is wrong, and what to do about it.
 * Anything else that is thrown is a bug.
 */
export class IntakeError extends Error {
  readonly code: IntakeErrorCode
  constructor(code: IntakeErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'IntakeError'
    this.code = code
  }
}

import { IntakeError } from '../foundation/intake-error.ts'

/** Why the embedded database cannot be used: one sentence, always with the way out. */
export function refusal(sentence: string, cause?: unknown): IntakeError {
  const options = cause === undefined ? {} : { cause }
  return new IntakeError('embedded-database', `${sentence} Set DATABASE_URL to use a PostgreSQL of your own.`, options)
}

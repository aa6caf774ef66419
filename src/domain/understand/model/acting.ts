/** How sure the model has to be of what a mail wants before anything is done. */
import type { Feature } from './feature.ts'
import { ANSWER, NO_FILE } from './features.ts'

/**
 * What a share is worth when it is asked whether to act. What an answer says hangs on the letter that it answers, of which
 * the model sees little: where no paper speaks for itself, its odds count half. Of labelled answers without a paper that
 * were acted on, twice as many were wrong as of other mails; by this measure they are right as often.
 */
export function worthOf(share: number, features: readonly Feature[]): number {
  return isTalk(features) ? share / (2 - share) : share
}

/** An answer without a paper. A mail shows each shape once at most. */
function isTalk(features: readonly Feature[]): boolean {
  return features.filter(({ name }) => name === ANSWER || name === NO_FILE).length === 2
}

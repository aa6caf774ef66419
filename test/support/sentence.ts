import { expect } from 'vitest'
import { IntakeError } from '../../src/foundation/intake-error.ts'

/** The sentence a promise rejects with; anything but an `IntakeError mailbox` fails the test. */
export async function sentence(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    (value) => new Error(`did not reject but gave ${String(value)}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof IntakeError)) throw error
  expect(error.code).toBe('mailbox')
  return error.message
}

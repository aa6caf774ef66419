import { z } from 'zod'
import { receipt } from '../receipt.ts'

/** The receipt for a mail that we did not understand well enough to word back: received, recorded, a person reads it. */
export const receivedForPerson = z.strictObject(receipt)

export type ReceivedForPerson = Readonly<z.input<typeof receivedForPerson>>

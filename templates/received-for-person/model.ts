import { z } from 'zod'

/** For a mail that a person has to read first: it confirms receipt and guesses nothing. */
export const receivedForPerson = z.strictObject({ section: z.literal('received-for-person') })

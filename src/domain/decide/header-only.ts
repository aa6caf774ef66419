/**
 * A mail over the limit of size: only its header was read. Nothing follows from what it may say; its sender is asked for
 * it in smaller ones, by the same gates as every answer, and a person looks at it where it lies.
 */
import type { ReadMail } from '../mail.ts'
import type { ArrivedMail } from './arrival.ts'

export function isHeaderOnly({ problems }: Pick<ReadMail, 'problems'>): boolean {
  return problems.some(({ code }) => code === 'header-only')
}

/** What a subject seems to want is a guess: the words that count were not read. */
export function withoutGuess(arrived: ArrivedMail): ArrivedMail {
  if (!isHeaderOnly(arrived.mail)) return arrived
  return { ...arrived, understanding: { ...arrived.understanding, abstained: true } }
}

export function headerOnlyWords({ id, mail }: ArrivedMail, ref: string, asked: boolean): string {
  const why = mail.problems.find(({ code }) => code === 'header-only')?.detail ?? ''
  const sender = mail.from[0]?.address ?? 'nobody'
  const told = asked ? 'was asked for smaller ones' : 'was asked for nothing'
  return `Mail ${id} of ${sender} in ${ref} is too large (${why}): only its header was read, and the sender ${told}. The whole mail lies in the mailbox.`
}

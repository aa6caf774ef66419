/** A mail that wants no reminders before a day, and what it says besides. */
import type { TaskSort, Wish } from '../decision.ts'
import { type Rest, restWithout } from '../reminders/rest-until.ts'
import type { ArrivedMail } from './arrival.ts'
import { questionIn } from './asked-words.ts'

/** It asks nothing and brings nothing: reasons may stand in it, and a person reads them. */
export function onlyRests({ mail }: Pick<ArrivedMail, 'mail'>): boolean {
  return questionIn(mail) === null && mail.attachments.every((file) => file.inline)
}

/** Reminders go on by themselves, so this question holds up nothing. `waits`: another one does. */
export function saysMoreThanRest(
  { mail }: ArrivedMail,
  rest: Rest,
  { ref, waits }: { readonly ref: string; readonly waits: boolean },
  ask: (sort: TaskSort, sentence: string) => Wish,
): readonly Wish[] {
  if (restWithout(mail, rest).length === 0) return []
  const sender = mail.from[0]?.address ?? 'nobody'
  const then = waits
    ? 'They rest until then, and longer if the case still waits for a person'
    : 'They rest until then and go on by themselves'
  const sentence = `${sender} wants no reminders in ${ref} until ${rest.day}: "${rest.quote}". ${then}. The mail says more and got no answer: read it.`
  return [{ ...ask('chase', sentence), once: `rest ${ref}` } as Wish]
}

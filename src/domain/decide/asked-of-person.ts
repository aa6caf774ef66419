/** Sentences by which a person is asked after a mail. */
import type { WindowExtension } from '../casework/window-extension.ts'
import type { Wish } from '../decision.ts'
import { announcesAnswers } from '../understand/answers-between.ts'
import { DOUBT } from '../understand/kind/finding.ts'
import type { Understanding } from '../understanding.ts'
import type { ArrivedMail } from './arrival.ts'
import type { Home } from './home.ts'

export function extensionAsked(sender: string, { lead, touched }: Home, { quote }: WindowExtension): string {
  const refs = touched.filter(({ file }) => file.closed === null).map(({ file }) => file.ref)
  const all = refs.length > 1 ? ` It is about ${refs.join(', ')}; each is recorded by itself.` : ''
  return `${sender} writes in ${lead.ref} of an extension of the arbitration window: "${quote}". Nothing was extended or confirmed, and the clocks stand as they are.${all} If both parties agreed in writing, reckon the day yourself and write "${refs[0] ?? lead.ref} extend receipt to 2026-03-01 because both parties agreed in writing on 2026-02-20", with its days.`
}

/** No machine answers it, so a person has to see it. */
export function maybeMachines(arrived: ArrivedMail, ref: string, ask: (sentence: string) => Wish): readonly Wish[] {
  const doubt = arrived.understanding.evidence.find((one) => one.for === DOUBT)
  if (doubt === undefined) return []
  const sender = arrived.mail.from[0]?.address ?? 'nobody'
  return [
    ask(`A mail of ${sender} in ${ref} may be a machine's ("${doubt.quote}") and got no answer. Does it need one?`),
  ]
}

/** What is new in an old mail that is not at hand nobody can tell by its lines. */
export function hiddenAnswers({ mail }: ArrivedMail, { ref, id }: Home['lead']): readonly Wish[] {
  if (!announcesAnswers(mail)) return []
  const sender = mail.from[0]?.address ?? 'nobody'
  return [
    {
      ...{ wish: 'ask-human', sort: 'understand', caseId: id, once: `between ${ref}` },
      sentence: `${sender} says in ${ref} that answers stand below, and nothing tells them from the old mail that is quoted there. Read it: answers may lie between the quoted lines.`,
    },
  ]
}

export function doubtOf({ evidence }: Understanding): string {
  const doubt = evidence.find((one) => one.for === DOUBT)
  return doubt === undefined ? '' : ` It may be a machine's ("${doubt.quote}") and got no answer.`
}

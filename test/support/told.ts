/**
 * `told` shortens a decision to the words that matter: the cases that it opens, where the mail lies, the reply or why
 * there is none, and the questions to people.
 */
import type { ArrivalFacts, ArrivedMail } from '../../src/domain/decide/arrival.ts'
import { mailArrived } from '../../src/domain/decide/mail-arrived.ts'
import type { Change, Decision, ReplyWish } from '../../src/domain/decision.ts'
import { arrivalFacts } from './arrivals.ts'

export function decide(mail: ArrivedMail, facts: Partial<ArrivalFacts> = {}): Decision {
  return mailArrived(mail, arrivalFacts(facts))
}

export function told({ cases, changes, wishes }: Decision): readonly string[] {
  const opened = cases.filter((one) => one.opened).map(({ file, summary }) => `opens ${file.ref} ${summary.stage}`)
  const wants = wishes.map((wish) =>
    wish.wish === 'send-reply' ? `${wish.state} ${wish.template} to ${wish.to.address}` : `asks a person: ${wish.sort}`,
  )
  return [...opened, ...changes.map(lineOf), ...wants]
}

function lineOf(change: Change): string {
  switch (change.change) {
    case 'mail-filed':
      return `files in ${change.caseId} by ${change.how}`
    case 'mail-settled':
      return `settles ${change.kind} as ${change.outcome}${change.duplicateOf === null ? '' : ` of ${change.duplicateOf}`}`
    case 'reply-bounced':
      return `reply ${change.outboxId} bounced ${change.permanent ? 'for good' : 'for now'}`
    case 'reply-withheld':
      return `no reply: ${change.rule}`
  }
}

export function replyOf({ wishes }: Decision): ReplyWish {
  const wish = wishes.find((one) => one.wish === 'send-reply')
  if (wish === undefined) throw new Error('no reply was decided')
  return wish
}

/** What happened to each case, without that a mail came. */
export function changesOf({ cases }: Decision): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    cases.map(({ file, changes }) => [
      file.ref,
      changes.map((one) => one.change).filter((change) => change !== 'mail-came'),
    ]),
  )
}

/**
 * A mail has arrived and was read: what is it, where does it belong, what do we record, and do we answer?
 * Pure: the same mail, understanding and facts give the same decision, today and in a replay.
 */
import type { Decision } from '../decision.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { withoutGuess } from './header-only.ts'
import { humanMail } from './human-mail.ts'
import { bounce, machineMail } from './machine-mail.ts'
import { evidenceOf, settled } from './settled.ts'

/** Turns an arrived mail into its decision. */
export function mailArrived(arrived: ArrivedMail, facts: ArrivalFacts): Decision {
  return withReusedId(withVirusTask(arrived, decided(arrived, facts)), facts)
}

function decided(arrived: ArrivedMail, facts: ArrivalFacts): Decision {
  const { understanding } = arrived
  if (facts.earlierDelivery !== null) return secondDelivery(arrived, facts.earlierDelivery)
  switch (understanding.kind) {
    case 'human':
      return humanMail(withoutGuess(arrived), facts)
    case 'bounce':
      return bounce(arrived, facts)
    case 'spam':
      return settled(arrived, 'unrelated', { rule: 'spam', saw: evidenceOf(understanding, 'spam') })
    case 'auto-reply':
    case 'bulk':
      return machineMail(arrived, facts)
  }
}

/** Our own canary: it came all the way, and that is all there is to it. */
export function canaryArrived(arrived: ArrivedMail): Decision {
  const kind = arrived.understanding.kind === 'human' ? 'auto-reply' : arrived.understanding.kind
  const ours = { ...arrived, understanding: { ...arrived.understanding, kind } }
  return settled(ours, 'machine', { rule: 'canary', saw: 'a signed canary of ours' })
}

/** Of spam nobody expects anything else. */
function withVirusTask({ id, mail, understanding }: ArrivedMail, decision: Decision): Decision {
  const found = mail.problems.filter(({ code }) => code === 'infected')
  if (found.length === 0 || understanding.kind === 'spam') return decision
  const filed = decision.changes.find((one) => one.change === 'mail-filed')
  const what = found.map(({ detail }) => detail).join('; ')
  const sentence = `Mail ${id} has an infected file: ${what}. Do not open it; ask the sender for a clean one.`
  const task = { wish: 'ask-human', sort: 'virus', sentence, caseId: filed?.caseId ?? null } as const
  return { ...decision, wishes: [...decision.wishes, task] }
}

/** A Message-ID is no identity: some programs use one again, and so may whoever wants to be taken for another. */
function withReusedId(decision: Decision, { sameMessageId }: ArrivalFacts): Decision {
  if (sameMessageId === null) return decision
  const saw = `mail ${sameMessageId} has the same Message-ID and is another mail; both are kept`
  return { ...decision, because: [...decision.because, { rule: 'message-id-reused', saw }] }
}

function secondDelivery(arrived: ArrivedMail, earlier: number): Decision {
  const saw = `same Message-ID, Date and sender as mail ${earlier}`
  return settled(arrived, 'duplicate', { rule: 'second-delivery', saw }, earlier)
}

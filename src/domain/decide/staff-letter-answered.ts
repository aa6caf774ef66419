/**
 * A mail that answers what we wrote to one of the desk, and orders nothing that anybody may order: from an address that
 * is none of theirs, or with words that are no order. It is no request of a carrier, whatever it quotes (domain T12, T15):
 * it opens no case and gets no answer, and a person looks.
 */
import type { Decision } from '../decision.ts'
import { echoesDigest } from '../letter/echo.ts'
import { parseOurMessageId } from '../reply.ts'
import { domainOf } from '../thread.ts'
import { foldText, textOf } from '../understand/newest-text.ts'
import { quote } from '../understand/quote.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { settled } from './settled.ts'
import { isStaff } from './staff-mail.ts'

/** What stands in the Message-IDs of digests and of answers to orders, which belong to no case. */
const OF_DESK = /^DESK-/
/** Our subject, without what mail programs put before it. */
const SUBJECT = /^\s*(?:(?:re|aw|fwd?)\s?:\s*)*Digest for \w+day, \w+ \d{1,2}, \d{4}: /i

export function answersStaffLetter({ mail }: ArrivedMail, facts: Pick<ArrivalFacts, 'ownAddresses'>): boolean {
  const domains = facts.ownAddresses.map(domainOf)
  const named = [...mail.inReplyTo, ...mail.references].some((id) =>
    domains.some((domain) => OF_DESK.test(parseOurMessageId(id, domain)?.caseRef ?? '')),
  )
  return named || SUBJECT.test(mail.subject) || echoesDigest(mail.text)
}

export function staffLetterAnswered(arrived: ArrivedMail, facts: Pick<ArrivalFacts, 'desk'>): Decision {
  const by = arrived.mail.from[0]?.address ?? 'nobody'
  const folded = foldText(arrived.mail.text)
  const words = quote(textOf(folded, folded.newest))
  const who = isStaff(by, facts) ? `${by} ordered nothing in it that we understand` : `${by} is no address of the desk`
  const sentence = `A mail of ${by} answers a digest or a confirmation of ours, and ${who}: no case was opened, nothing was done and nothing was answered. It says: "${words}".`
  const decision = settled(arrived, 'answered-by-rule', { rule: 'staff-letter-answered', saw: who })
  // The same words again and again are one thing to look at.
  const once = `staff-letter-answered ${by} / ${words}`
  return { ...decision, wishes: [{ wish: 'ask-human', sort: 'sender', sentence, caseId: null, once }] }
}

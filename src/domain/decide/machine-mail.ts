/** Mail that no person wrote: filed where it belongs, never answered. */
import type { Change, Decision } from '../decision.ts'
import { findThread } from '../thread.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { evidenceOf, settled } from './settled.ts'

/** A bounce never opens a case and never causes mail; it is tied to the reply that came back. */
export function bounce(arrived: ArrivedMail, facts: ArrivalFacts): Decision {
  const reply = facts.bouncedReply
  const decision = settled(arrived, 'machine', { rule: 'bounce', saw: evidenceOf(arrived.understanding, 'bounce') })
  if (!reply) return decision
  const report = arrived.mail.deliveryReport?.recipients ?? []
  const permanent = report.some((one) => one.action === 'failed' || one.status.startsWith('5'))
  const detail = report.map((one) => `${one.recipient} ${one.action} ${one.status}`).join('; ')
  return {
    ...decision,
    changes: [
      ...decision.changes,
      ...(reply.caseId === null ? [] : [{ change: 'mail-filed', caseId: reply.caseId, how: 'bounced-reply' } as const]),
      { change: 'reply-bounced', outboxId: reply.outboxId, permanent, detail },
    ],
    wishes: permanent
      ? [
          {
            wish: 'ask-human',
            sort: 'bounce',
            sentence: `Our reply to ${reply.recipient} came back as undeliverable; nothing more is sent there automatically.`,
            caseId: reply.caseId,
          },
        ]
      : [],
  }
}

/** An absence note or receipt in a known thread is filed there, so that a person sees it; it changes nothing. */
export function machineMail(arrived: ArrivedMail, facts: ArrivalFacts): Decision {
  const { kind } = arrived.understanding
  const decision = settled(arrived, 'machine', { rule: kind, saw: evidenceOf(arrived.understanding, kind) })
  const thread = findThread(arrived.mail, facts.threads, arrived.receivedAt)
  if (thread.thread !== 'known') return decision
  const filed: Change = { change: 'mail-filed', caseId: thread.case.id, how: thread.because.rule }
  return { ...decision, changes: [...decision.changes, filed], because: [...decision.because, thread.because] }
}

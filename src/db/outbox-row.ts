/** A written reply as a row of the outbox. */
import type { ReplyWish } from '../domain/decision.ts'
import { domainOf } from '../domain/thread.ts'
import type { WrittenReply } from '../ports/stores/written-reply.ts'

/**
 * Letters that bind nobody and say nothing that changes: they may be sent a second time when it is unknown whether the
 * first arrived.
 */
const PLAIN_RECEIPTS: ReadonlySet<string> = new Set([
  'acknowledgement',
  'received-for-person',
  'documents-received',
  'digest',
])

const ASKING: ReadonlySet<string> = new Set(['missing-information', 'reminder'])

export const OUTBOX_COLUMNS = `key text, case_id bigint, template text,
    recipient text, recipient_domain text, subject text, message_id text, in_reply_to text, return_path text, raw text,
    plain_receipt boolean, state text, claimed boolean, delay int, sections json, asks boolean, mail bigint, along bigint[]`

/** `claimed`: by the sender of this process, so that nobody rings for it. */
export function outboxRow(reply: WrittenReply, claimed: boolean) {
  const { wish } = reply
  return {
    ...{ key: wish.key, case_id: wish.caseId, template: wish.template },
    recipient: wish.to.address,
    recipient_domain: domainOf(wish.to.address),
    subject: reply.subject,
    message_id: reply.messageId,
    in_reply_to: reply.inReplyTo,
    return_path: reply.returnPath,
    raw: reply.raw.toString('base64'),
    plain_receipt: PLAIN_RECEIPTS.has(wish.template),
    state: wish.state,
    claimed: claimed && wish.state === 'queued' && wish.delayMinutes === 0,
    delay: wish.delayMinutes,
    // A draft may have to be written anew before it leaves, and so may what is about several requests.
    sections: 'sections' in wish && (wish.state === 'draft' || isOfSeveral(wish)) ? (wish as ReplyWish).sections : null,
    asks: 'sections' in wish && (wish as ReplyWish).sections.some(({ section }) => ASKING.has(section)),
    along: 'along' in wish ? (wish as ReplyWish).along : [],
    mail: 'answers' in wish ? (wish as ReplyWish).answers : null,
  }
}

function isOfSeveral(wish: WrittenReply['wish']): boolean {
  return 'along' in wish && ((wish as ReplyWish).along ?? []).length > 0
}

/** Requests of each letter of several requests that a mail `k` names. */
export const OF_SEVERAL = `
(select json_agg(ids) from (
   select array_agg(distinct c.request_id) as ids
   from outbox o join outbox_along a on a.outbox_id = o.id join casefile c on c.id in (a.case_id, o.case_id)
   where o.message_id = any(k.own_ids) group by o.id) several)`

/** Ids of the letters that are about case `$1`, under its own reference or along with another request. */
export const OF_CASE = `
(select id from outbox where case_id = $1 union select outbox_id from outbox_along where case_id = $1)`

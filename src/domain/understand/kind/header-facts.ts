import type { HeaderField, ReadMail } from '../../mail.ts'

/** What the header says about who sent a mail; each with the field that says it, or null. */
export interface HeaderFacts {
  /** RFC 3834 5: `Auto-Submitted` other than `no`: the keyword in lower case. */
  readonly autoSubmitted: HeaderField | null
  /** A vacation program's own field. */
  readonly autoReplyField: HeaderField | null
  /** RFC 5321 4.5.5: the null reverse-path of notifications, as the last server wrote it. */
  readonly nullReturnPath: HeaderField | null
  /** A mail system's field that only bounces carry. */
  readonly bounceField: HeaderField | null
  /** RFC 2369 and RFC 8058: what bulk senders and mailing lists add. */
  readonly bulkField: HeaderField | null
  /** The list takes posts from people (RFC 2369 3.4), so a mail through it may be a person's. */
  readonly listPost: HeaderField | null
  /** A ticket system's own field. */
  readonly deskField: HeaderField | null
  /** `Precedence: bulk` or `junk`. */
  readonly precedenceBulk: HeaderField | null
}

const AUTO_REPLY_NAMES = new Set([
  'x-autoreply',
  'x-autorespond',
  'x-autoresponse',
  'x-auto-reply',
  'x-autoreply-from',
  'x-autoreply-domain',
  'x-vacation',
  'x-mail-autoreply',
  'x-auto-reply-from',
])
const BOUNCE_NAMES = new Set([
  'x-failed-recipients',
  'x-ms-exchange-message-is-ndr',
  'x-actual-recipients-failed',
  'x-mailer-daemon-recipients',
])
const DESK_NAME =
  /^x-(?:servicenow|jira|zendesk|freshdesk|otrs|rt-|kayako|helpscout|hubspot-ticket|osticket|desk|ticket|zammad|request-tracker)/
const DESK_MAILER =
  /\b(?:OTRS|Znuny|Zammad|Request Tracker|RT \d|Freshdesk|Zendesk|osTicket|Desk Mailer|ServiceNow|Jira|Kayako)\b/i

/** Reads the fields once. Of repeated fields the first that says something counts. */
export function headerFacts(mail: ReadMail): HeaderFacts {
  const find = (test: (field: HeaderField) => boolean) => mail.headers.find(test) ?? null
  return {
    autoSubmitted: find(
      (field) => field.name === 'auto-submitted' && !/^\s*no\b/i.test(field.value) && field.value.trim() !== '',
    ),
    autoReplyField: find(isAutoReplyField),
    nullReturnPath: find((field) => field.name === 'return-path' && /^\s*<\s*>/.test(field.value)),
    bounceField: find((field) => BOUNCE_NAMES.has(field.name)),
    bulkField: find((field) =>
      /^(?:list-unsubscribe(?:-post)?|feedback-id|x-campaign(?:-?id)?|x-mailgun-tag|x-csa-complaints)$/.test(
        field.name,
      ),
    ),
    listPost: find((field) => field.name === 'list-post' && !/^\s*no\b/i.test(field.value)),
    deskField: find(
      (field) =>
        DESK_NAME.test(field.name) ||
        (/^(?:x-mailer|x-powered-by|user-agent)$/.test(field.name) && DESK_MAILER.test(field.value)),
    ),
    precedenceBulk: find((field) => field.name === 'precedence' && /^\s*(?:bulk|junk)\b/i.test(field.value)),
  }
}

/** One field's first value, or ''. */
export function headerValue(mail: ReadMail, name: string): string {
  return mail.headers.find((field) => field.name === name)?.value ?? ''
}

function isAutoReplyField(field: HeaderField): boolean {
  if (AUTO_REPLY_NAMES.has(field.name)) return !/^\s*(?:no|false|0)\b/i.test(field.value)
  return /^(?:x-)?precedence$/.test(field.name) && /auto[_-]?reply/i.test(field.value)
}

/**
 * Mail that lay in the mailbox before that was connected, or is older: it is filed as any other, and nobody who wrote it
 * expects an answer of this minute. What answers it waits as a draft, and a person hears of that once.
 */
import type { AskWish, Reason } from '../decision.ts'

export const OLD_MAIL: Reason = {
  rule: 'old-mail',
  saw: 'it is older than the connection of the mailbox: nothing leaves by itself because of it',
}

export const OLD_MAIL_TASK: AskWish = {
  ...{ wish: 'ask-human', sort: 'loop', caseId: null, once: 'old-mail' },
  sentence:
    'Mail from before the mailbox was connected is read: its answers wait as drafts. Look at them with "intagree outbox", then "intagree approve" or "intagree reject".',
}

/** Mail accounting in one sentence per mailbox: every mail is explained, or it is counted in the remainder. */
import type { Balance } from '../accounting.ts'
import type { AccountingLine } from './digest.ts'
import type { MailboxBalance } from './facts.ts'
import { count } from './view.ts'

const WORDS: readonly (readonly [keyof Balance, string])[] = [
  ['filed', 'filed'],
  ['answeredByRule', 'answered by rule'],
  ['machine', 'machine mails'],
  ['duplicates', 'duplicates'],
  ['unrelated', 'spam or put aside'],
  ['quarantined', 'quarantined'],
  ['beforeStart', 'from before the start'],
]

export function accountingLine({ mailbox, balance }: MailboxBalance): AccountingLine {
  const parts = WORDS.filter(([key]) => balance[key] > 0).map(([key, words]) => `${balance[key]} ${words}`)
  const explained = parts.length === 0 ? 'none explained' : parts.join(', ')
  const all = `${count(balance.inMailbox, 'mail')} in the mailbox: ${explained}; remainder ${balance.remainder}`
  return { mailbox, words: all, remainder: balance.remainder }
}

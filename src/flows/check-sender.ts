/** Checks the sender of a mail about whom no server of ours said anything, while the mail is read. */
import type { ReadMail } from '../domain/mail.ts'
import { NOT_CHECKABLE, type SenderCheck } from '../domain/sender-check.ts'
import { isOneSender } from '../domain/sender-level.ts'
import { trustedResults } from '../domain/understand/kind/authentication.ts'
import type { Archive } from '../ports/archive.ts'
import type { SenderChecker } from '../ports/sender-checker.ts'
import type { MailToRead } from '../ports/stores/read-mail.ts'

export interface CheckParts {
  readonly checker: SenderChecker
  readonly archive: Pick<Archive, 'open'>
  /** Servers whose results are believed, and make a check of our own needless. */
  readonly authservIds: readonly string[]
}

/** Honest mails carry one to three; each of more costs questions to the DNS. Then none is looked at. */
const MOST_SIGNATURES = 10

export async function withSenderCheck(
  mail: ReadMail,
  todo: Pick<MailToRead, 'sha256' | 'receivedAt'>,
  parts: CheckParts,
): Promise<ReadMail> {
  if (trustedResults(mail.headers, parts.authservIds).length > 0) return mail
  return { ...mail, checked: await checkOf(mail, todo, parts) }
}

async function checkOf(
  mail: ReadMail,
  { sha256, receivedAt }: Pick<MailToRead, 'sha256' | 'receivedAt'>,
  { checker, archive }: CheckParts,
): Promise<SenderCheck> {
  const author = mail.from[0]?.address ?? ''
  if (author === '' || !isOneSender(mail) || isCut(mail)) return NOT_CHECKABLE
  const signatures = mail.headers.filter(({ name }) => name === 'dkim-signature').length
  const isLooked = signatures > 0 && signatures <= MOST_SIGNATURES
  return checker.check(isLooked ? archive.open(sha256) : null, author, receivedAt)
}

/** Signatures are of the whole mail. */
function isCut({ problems }: ReadMail): boolean {
  return problems.some(({ code }) => code === 'header-only' || code === 'header-limit' || code === 'size-limit')
}

/** What the rows say of mails that did not arrive, that were not understood, and of reminders. */
import type { CaseFile } from '../domain/casework/case-file.ts'
import type { FailedSend, LowConfidence, ReminderSent } from '../domain/digest/facts.ts'
import { readingsOf } from '../domain/digest/quotes.ts'
import type { BounceRow, LetterRow, MailRow, ReminderRow, TaskRow } from './digest-rows.ts'

/** What a person has dealt with is shown no more; what is only held up is shown once. */
export function failuresOf(
  tasks: readonly TaskRow[],
  letters: readonly LetterRow[],
  bounces: readonly BounceRow[],
  since: number,
): readonly FailedSend[] {
  const byId = new Map(letters.map((letter) => [letter.id, letter]))
  const back = bounces.flatMap(({ outboxId, messageId, detail }): readonly FailedSend[] => {
    const letter = byId.get(outboxId)
    // One in each request that it was about.
    const told = tasks.filter((task) => task.sort === 'bounce' && messageId !== null && task.messageId === messageId)
    if (letter === undefined || (told.length === 0 && (letter.bouncedAt ?? 0) <= since)) return []
    const at = letter.bouncedAt ?? letter.createdAt
    const head = { ...headOf(letter), how: 'bounced' as const, detail, at }
    if (told.length === 0) return [{ ...head, taskId: null, permanent: false }]
    return told.map(({ taskId, caseRef }) => ({ ...head, caseRef: caseRef ?? head.caseRef, taskId, permanent: true }))
  })
  const stuck = tasks.flatMap(({ taskId, outboxId, openedAt }) => {
    const letter = byId.get(outboxId ?? 0)
    if (letter === undefined || (letter.state !== 'refused' && letter.state !== 'unsure')) return []
    const detail = letter.lastError ?? ''
    return [{ ...headOf(letter), taskId, how: letter.state, permanent: true, detail, at: openedAt } as const]
  })
  return [...back, ...stuck]
}

function headOf({ id, caseRef, messageId, to, subject }: LetterRow) {
  return { outboxId: id, caseRef, messageId, to, subject }
}

export function lowConfidenceOf(
  tasks: readonly TaskRow[],
  mails: ReadonlyMap<number, MailRow>,
): readonly LowConfidence[] {
  return tasks.flatMap(({ taskId, sort, caseRef, messageId }) => {
    const mail = mails.get(messageId ?? 0)
    if (sort !== 'understand' || mail === undefined || mail.understanding === null) return []
    return [
      {
        ...{ messageId: mail.id, taskId, caseRef, at: mail.receivedAt },
        ...{ from: mail.from ?? 'somebody', subject: mail.subject || 'no subject' },
        readings: readingsOf(mail.understanding),
      },
    ]
  })
}

const NUMBER = / \/ reminder (\d+) \/ /

/** The key tells the number in the first of its requests. 0: the case is asked anew since. */
function numberIn(file: CaseFile | undefined, at: number): number {
  return file?.chase?.reminded.filter((one) => one <= at).length ?? 0
}

export function remindersOf(
  sent: readonly ReminderRow[],
  tasks: readonly TaskRow[],
  files: readonly CaseFile[],
  since: number,
): readonly ReminderSent[] {
  const byRef = new Map(files.map((file) => [file.ref, file]))
  const reminded = sent
    .filter(({ at }) => at > since)
    .map(({ caseRef, to, key, at }) => ({
      ...{ caseRef, to, at, what: 'reminded' as const },
      number: numberIn(byRef.get(caseRef), at) || Number(NUMBER.exec(key)?.[1] ?? 1),
    }))
  const escalated = tasks.flatMap(({ sort, caseRef, openedAt }) => {
    const chase = byRef.get(caseRef ?? '')?.chase ?? null
    if (sort !== 'chase' || caseRef === null || chase?.stopped == null || openedAt <= since) return []
    return [{ caseRef, to: chase.to, what: 'escalated' as const, number: chase.reminded.length, at: openedAt }]
  })
  return [...reminded, ...escalated]
}

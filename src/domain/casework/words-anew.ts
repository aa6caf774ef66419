/**
 * What later mails said while a person still had to say what the first one wants: it was said of a case of which nobody
 * knew what it is about, so it is weighed once that is known. Only what is in nowhere else is counted; what a mail took
 * back, or gave notice of, is for a person.
 */
import { applyAll } from './apply.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseChange } from './change.ts'
import { legalNotice } from './legal-notice.ts'
import { partFor } from './parties.ts'
import { type ProvingMail, proofsIn } from './proofs.ts'
import { withdrawal } from './withdrawal.ts'

/** `later`: in the order in which they came. */
export function wordsAnew(file: CaseFile, later: readonly ProvingMail[]): readonly CaseChange[] {
  const found: CaseChange[] = []
  for (const mail of later) {
    if (withdrawal(mail.mail) !== null) break
    const known = applyAll(file, found)
    const part = { ...partFor(mail, known), givesNotice: legalNotice(mail.mail) !== null }
    found.push(...proofsIn(part, known).filter((change) => isNew(change, known)))
  }
  return found
}

function isNew(change: CaseChange, { items }: CaseFile): boolean {
  return change.change === 'item-met' && items[change.item] === undefined
}

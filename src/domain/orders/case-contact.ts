/**
 * Whom our own letters in a case go to (domain T9): the contact for notices, else whoever asked first. Others may have
 * written in it since, a consultant or a colleague of somebody: to take part is no standing.
 */
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseMail } from './order-facts.ts'

const ADDRESS = /[^\s<>,;:"()]+@[^\s<>,;:"()]+\.[a-z]{2,}/i

/** Null: nobody may be written to. `mails`: of the case, in the order in which they came. */
export function caseContact(
  { items }: CaseFile,
  mails: readonly CaseMail[],
  isBlocked: (address: string) => boolean,
): string | null {
  const named = items['notice-contact']
  const notice = named?.state === 'met' ? ADDRESS.exec(named.value ?? '')?.[0].toLowerCase() : undefined
  const first = mails.find(({ sender }) => sender !== null)?.sender?.toLowerCase()
  return [notice, first].find((address) => address !== undefined && !isBlocked(address)) ?? null
}

/** By reference, for those that have one. */
export function caseContacts(
  files: Iterable<CaseFile>,
  mails: ReadonlyMap<string, readonly CaseMail[]>,
  isBlocked: (address: string) => boolean,
): ReadonlyMap<string, string> {
  return new Map(
    [...files].flatMap((file) => {
      const contact = caseContact(file, mails.get(file.ref) ?? [], isBlocked)
      return contact === null ? [] : [[file.ref, contact] as const]
    }),
  )
}

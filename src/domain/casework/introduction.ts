/**
 * Counsel or an adviser whom the company itself introduces (domain T9): "our counsel Mary Poe, mary@poe-law.example, will
 * handle this". Her own mails are then no stranger's. She is let in by her whole address and never by her domain, for a
 * law firm writes for many; whoever she brings along is introduced by nobody.
 */
import type { ReadMail } from '../mail.ts'
import { emailsIn } from '../understand/facts/contact/mailboxes.ts'
import { fitsAddress, namesIn, samePerson } from '../understand/facts/contact/person-name.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseChange } from './change.ts'

export interface Introduced {
  readonly name: string | null
  readonly address: string
  readonly quote: string
}

const ROLE =
  /\b(?:counsel|attorneys?|lawyers?|law firm|consultants?|advis[eo]rs?|agents?|representatives?|paralegal)\b|\b(?:represents?|represent(?:ing)|acts? for|acting for|speaks? for) (?:us|the company|our company|[A-Z]\w+)/g
/** Theirs, and now: of a former one, another party's, or one that may come nothing follows. */
const OTHERWISE =
  /\b(?:former(?:ly)?|previous(?:ly)?|no longer|not|never|cannot|opposing|instead of|until|used to|was|were|if|unless|might|may|would|could|should|perhaps|considering|looking for|your|their|his|her|carrier's|commission's)\b|n't\b|\?\s*$/i
const OWN = /\b(?:our|my|us|we|I|the company|company's)\b/i
/** Letters between a role and the address that it is of. */
const NEAR = 120
/** A company has counsel and an adviser or two; whoever names more lists people, and each would be a question to a person. */
export const MOST_INTRODUCED = 5

/**
 * In the newest words; an address that only stands in Cc counts where the words name its owner. Nobody where more are named
 * than a company has. `ours`: our own side.
 */
export function introductions(mail: Pick<ReadMail, 'text' | 'from' | 'to' | 'cc'>, ours: readonly string[]) {
  const sender = mail.from[0]?.address ?? ''
  const strange = (address: string) =>
    address !== sender && !ours.some((own) => own.toLowerCase() === address || sameDomain(own, address))
  const found = newestSentences(mail).flatMap((sentence): readonly Introduced[] => {
    const roles = rolesIn(sentence)
    if (roles.length === 0) return []
    const emails = emailsIn(sentence)
    const said: readonly Said[] =
      emails.length > 0
        ? emails.filter(({ at }, i) => isNearRole(at, roles, emails[i - 1]?.at ?? -1, emails[i + 1]?.at ?? Infinity))
        : copied(sentence, mail)
    return said.map(({ email, name }) => ({
      ...{ address: email, name: name ?? nameBefore(sentence, email) },
      quote: quote(sentence, roles[0] ?? 0),
    }))
  })
  const isFirst = (address: string, at: number) => found.findIndex((one) => one.address === address) === at
  const named = found.filter(({ address }, at) => strange(address) && isFirst(address, at))
  return named.length > MOST_INTRODUCED ? [] : named
}

/** Places of the words that say who acts for the writer; none where the sentence says something else of them. */
export function rolesIn(sentence: string): readonly number[] {
  const isMeant = sentence.search(ROLE) >= 0 && OWN.test(sentence) && !OTHERWISE.test(sentence)
  return isMeant ? [...sentence.matchAll(ROLE)].map(({ index }) => index) : []
}

interface Said {
  readonly email: string
  readonly at: number
  readonly name?: string
}

/** No other address lies between it and the role. */
function isNearRole(at: number, roles: readonly number[], before: number, after: number): boolean {
  return roles.some((role) => (role < at ? role > before && at - role <= NEAR : role < after && role - at <= NEAR))
}

/** Who is named in the sentence and copied; of two whom the name fits it is neither. */
function copied(sentence: string, { to, cc }: Pick<ReadMail, 'to' | 'cc'>): readonly Said[] {
  return namesIn(sentence).flatMap(({ name, at }) => {
    const fitting = [...cc, ...to].filter((one) =>
      one.name === '' ? fitsAddress(name, one.address) : samePerson(one.name, name),
    )
    const [only] = fitting
    return only === undefined || fitting.length > 1 ? [] : [{ email: only.address, at, name }]
  })
}

function nameBefore(sentence: string, email: string): string | null {
  const before = sentence.slice(0, sentence.toLowerCase().indexOf(email))
  const last = namesIn(before).at(-1)
  return last !== undefined && before.length - last.at - last.name.length <= 12 ? last.name : null
}

function sameDomain(one: string, other: string): boolean {
  return one.slice(one.lastIndexOf('@')).toLowerCase() === other.slice(other.lastIndexOf('@'))
}

/** Whether the address was introduced in the case. */
export function isIntroduced(address: string, { items }: Pick<CaseFile, 'items'>): boolean {
  const { introduced } = items
  return introduced?.state === 'met' && emailsIn(introduced.value ?? '').some(({ email }) => email === address)
}

/** Those who are new to the case; who was introduced before stays so. */
export function introducing(
  said: readonly Introduced[],
  file: CaseFile,
  { id, receivedAt }: { readonly id: number; readonly receivedAt: number },
): readonly CaseChange[] {
  const fresh = said.filter(({ address }) => !isIntroduced(address, file))
  // Who acts for others without a note of theirs brings nobody in.
  if (fresh.length === 0 || file.items['sender-authority']?.state === 'problem') return []
  const before = file.items.introduced?.state === 'met' ? [file.items.introduced.value ?? ''] : []
  return [
    {
      ...{ change: 'item-met', item: 'introduced', at: receivedAt },
      value: [...before, ...fresh.map(inWords)].filter((one) => one !== '').join('; '),
      proof: { messageId: id, attachment: null, page: null, quote: fresh[0]?.quote ?? '', by: 'system' },
    },
  ]
}

export function inWords({ name, address }: Introduced): string {
  return name === null ? address : `${name}, ${address}`
}

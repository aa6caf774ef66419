/**
 * Which case does a mail belong to? Several signals, each with its evidence. A signed token or a known Message-ID puts
 * a mail into a case only if its sender belongs to that case; a case number alone is never enough. Where signals
 * disagree a person decides, because a mail in another carrier's case is a leak.
 */
import { type CaseView, caseRefsIn } from './case.ts'
import type { Reason } from './decision.ts'
import type { ReadMail } from './mail.ts'
import { subjectStem } from './subject.ts'

export interface ThreadFacts {
  /** Cases named by a token in In-Reply-To, References or a return path whose signature holds. */
  readonly byToken: readonly CaseView[]
  /** Cases in which a Message-ID of In-Reply-To or References was seen. */
  readonly byReference: readonly CaseView[]
  /** Cases whose number stands in the subject. */
  readonly bySubjectRef: readonly CaseView[]
  /** Open cases in which the sender wrote before. */
  readonly bySender: readonly CaseView[]
}

export type Thread =
  | { readonly thread: 'known'; readonly case: CaseView; readonly because: Reason }
  | { readonly thread: 'new'; readonly because: Reason }
  | { readonly thread: 'doubtful'; readonly candidates: readonly CaseView[]; readonly because: Reason }

/** Providers where a shared domain says nothing about a shared company. */
export const PUBLIC_PROVIDERS: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'aol.com',
  'icloud.com',
  'me.com',
  'gmx.com',
  'gmx.de',
  'proton.me',
  'protonmail.com',
  'comcast.net',
])

/** After this silence the same subject from the same sender starts a new case. */
const SAME_SUBJECT_MS = 90 * 24 * 3_600_000

export function findThread(mail: ReadMail, facts: ThreadFacts, receivedAt: number): Thread {
  const sender = mail.from[0]?.address ?? ''
  const referred = unique([...facts.byToken, ...facts.byReference])
  if (referred.length > 1)
    return doubtful(referred, 'references-disagree', `the mail refers to ${referred.map((c) => c.ref).join(' and ')}`)
  const [only] = referred
  if (only) {
    const how = facts.byToken.length > 0 ? 'reply-token' : 'references'
    return belongs(sender, only)
      ? known(only, how, `In-Reply-To or References name a mail of ${only.ref}; ${sender} takes part in it`)
      : doubtful([only], `${how}-foreign-sender`, `it answers a mail of ${only.ref}, but ${sender} has no part in it`)
  }
  const named = facts.bySubjectRef.filter((candidate) => belongs(sender, candidate))
  if (named.length === 1) {
    const found = named[0] as CaseView
    return known(found, 'subject-reference', `the subject names ${found.ref}; ${sender} takes part in it`)
  }
  if (named.length > 1)
    return doubtful(named, 'subject-references-disagree', `the subject names ${named.map((c) => c.ref).join(' and ')}`)
  if (facts.bySubjectRef.length > 0)
    return doubtful(
      facts.bySubjectRef,
      'subject-reference-alone',
      `the subject names ${caseRefsIn(mail.subject)[0]}, but ${sender} has no part in it`,
    )
  return bySubjectStem(mail, facts.bySender, receivedAt)
}

/** Mail programs that drop References keep the subject: same sender, same non-trivial subject, not long ago. */
function bySubjectStem(mail: ReadMail, candidates: readonly CaseView[], receivedAt: number): Thread {
  const stem = subjectStem(mail.subject)
  const isReply = stem !== mail.subject.trim().toLowerCase()
  const same = candidates.filter(
    (one) => one.subjectStem === stem && stem.length >= 8 && receivedAt - one.lastMailAt < SAME_SUBJECT_MS,
  )
  const [only] = same
  if (isReply && only && same.length === 1)
    return known(only, 'sender-and-subject', `a reply of the same sender under the same subject as ${only.ref}`)
  return { thread: 'new', because: { rule: 'no-thread', saw: 'no reference to a known case' } }
}

/** Whether an address took part in a case, itself or by a company domain. */
export function belongs(address: string, candidate: Pick<CaseView, 'participants'>): boolean {
  if (candidate.participants.includes(address)) return true
  const domain = domainOf(address)
  if (domain === '' || PUBLIC_PROVIDERS.has(domain)) return false
  return candidate.participants.some((participant) => domainOf(participant) === domain)
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

function unique(cases: readonly CaseView[]): readonly CaseView[] {
  return [...new Map(cases.map((one) => [one.id, one])).values()]
}

function known(found: CaseView, rule: string, saw: string): Thread {
  return { thread: 'known', case: found, because: { rule, saw } }
}

function doubtful(candidates: readonly CaseView[], rule: string, saw: string): Thread {
  return { thread: 'doubtful', candidates, because: { rule, saw } }
}

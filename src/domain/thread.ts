/**
 * Which case does a mail belong to? Several signals, each with its evidence. A signed token or a known Message-ID puts
 * a mail into a case only if its sender belongs to that case; a case number alone is never enough. Where signals
 * disagree a person decides, because a mail in another carrier's case is a leak.
 */
import { type CaseView, caseRefsIn } from './case.ts'
import { isIntroduced } from './casework/introduction.ts'
import type { Reason } from './decision.ts'
import type { ReadMail } from './mail.ts'
import { PUBLIC_PROVIDERS } from './public-providers.ts'
import { subjectStem } from './subject.ts'

export interface ThreadFacts {
  /** Cases named by a token in In-Reply-To, References or a return path whose signature holds. */
  readonly byToken: readonly CaseView[]
  /** Cases in which a Message-ID of In-Reply-To or References was seen. */
  readonly byReference: readonly CaseView[]
  /** Cases with a mail that named this one before it came. */
  readonly awaiting: readonly CaseView[]
  /** Cases with a mail that names a Message-ID which this one names, too, of a mail that did not come. */
  readonly sameAwaited: readonly CaseView[]
  /** Cases whose number stands in the subject. */
  readonly bySubjectRef: readonly CaseView[]
  /** Open cases in which the sender wrote before. */
  readonly bySender: readonly CaseView[]
  /** Of those, cases with a mail that names one which did not come. */
  readonly incomplete: readonly CaseView[]
  /**
   * Cases of the company that the mail names, in a state that it names, or under a number that it names: those that are
   * open, and those that were completed.
   */
  readonly byMatter: readonly CaseView[]
  /** Open cases of the company that the mail names, where it names no state. */
  readonly byCompany: readonly CaseView[]
  /** Of letters of ours that the mail names and that are about several requests: the requests of each. */
  readonly byLetterOfSeveral: readonly (readonly number[])[]
  /** All cases of the requests to which the cases above belong, these included. */
  readonly requests: readonly CaseView[]
}

export type Thread =
  | {
      readonly thread: 'known'
      readonly case: CaseView
      readonly because: Reason
      /** Of all requests that it is about, where they are several. */
      readonly requestIds?: readonly number[]
    }
  | { readonly thread: 'new'; readonly because: Reason }
  | { readonly thread: 'doubtful'; readonly candidates: readonly CaseView[]; readonly because: Reason }

/** After this silence the same subject from the same sender starts a new case. */
const SAME_SUBJECT_MS = 90 * 24 * 3_600_000

export function findThread(mail: ReadMail, facts: ThreadFacts, receivedAt: number): Thread {
  const sender = mail.from[0]?.address ?? ''
  const referred = onePerRequest([...facts.byToken, ...facts.byReference])
  if (referred.length > 1)
    return (
      ofOneLetter(sender, referred, facts) ??
      doubtful(referred, 'references-disagree', `the mail refers to ${referred.map((c) => c.ref).join(' and ')}`)
    )
  const [only] = referred
  if (only) {
    const how = facts.byToken.length > 0 ? 'reply-token' : 'references'
    return takesPart(sender, only)
      ? known(only, how, `In-Reply-To or References name a mail of ${only.ref}; ${partOf(sender, only)}`)
      : doubtful([only], `${how}-foreign-sender`, `it answers a mail of ${only.ref}, ${noPart(sender)}`)
  }
  const named = onePerRequest(facts.bySubjectRef.filter((candidate) => takesPart(sender, candidate)))
  if (named.length === 1) {
    const found = named[0] as CaseView
    return known(found, 'subject-reference', `the subject names ${found.ref}; ${partOf(sender, found)}`)
  }
  if (named.length > 1)
    return doubtful(named, 'subject-references-disagree', `the subject names ${named.map((c) => c.ref).join(' and ')}`)
  if (facts.bySubjectRef.length > 0)
    return doubtful(
      facts.bySubjectRef,
      'subject-reference-alone',
      `the subject names ${caseRefsIn(mail.subject)[0]}, ${noPart(sender)}`,
    )
  return (
    byAwaited(sender, facts) ??
    bySubjectStem(mail, facts, receivedAt) ??
    byMatter(
      sender,
      facts.byMatter.filter((one) => one.closed === null),
    ) ??
    NO_THREAD
  )
}

/** It answers one letter of ours that is about all of them, and its sender has a part in all. */
function ofOneLetter(sender: string, referred: readonly CaseView[], facts: ThreadFacts): Thread | null {
  const ids = referred.map(({ requestId }) => requestId)
  const isOne = facts.byLetterOfSeveral.some((requests) => ids.every((id) => requests.includes(id)))
  if (!isOne || !referred.every((one) => takesPart(sender, one))) return null
  const first =
    referred.find((one) => facts.byToken.some(({ requestId }) => requestId === one.requestId)) ?? referred[0]
  if (first === undefined) return null
  const saw = `it answers a letter of ours about ${referred.map(({ ref }) => ref).join(' and ')}; ${partOf(sender, first)}`
  return { thread: 'known', case: first, because: { rule: 'reply-token', saw }, requestIds: ids }
}

const NO_THREAD: Thread = { thread: 'new', because: { rule: 'no-thread', saw: 'no reference to a known case' } }

/**
 * Mails of one conversation may come in any order. Who named a mail before it came, or names the same missing one, is in
 * its thread, but only among people of one case: to name a Message-ID proves nothing, and many answer a mail to many.
 */
function byAwaited(sender: string, facts: Pick<ThreadFacts, 'awaiting' | 'sameAwaited'>): Thread | null {
  const own = [...facts.awaiting, ...facts.sameAwaited].filter((candidate) => belongs(sender, candidate))
  const found = onePerRequest(own)
  const [only] = found
  if (only === undefined) return null
  const refs = found.map((one) => one.ref).join(' and ')
  if (found.length > 1) return doubtful(found, 'awaited-disagree', `mails of ${refs} belong to its thread`)
  return own.some((one) => one.requestId === only.requestId && facts.awaiting.includes(one))
    ? known(only, 'awaited', `a mail of ${refs} answers this one and came before it; ${sender} takes part in it`)
    : known(only, 'same-awaited', `a mail of ${refs} answers the same missing mail; ${sender} takes part in it`)
}

/**
 * Mail programs that drop References keep the subject: same sender, same non-trivial subject, not long ago. What is no
 * reply belongs to one that came before it was sent only where a mail is known to be missing.
 */
function bySubjectStem(
  mail: ReadMail,
  { bySender, incomplete }: Pick<ThreadFacts, 'bySender' | 'incomplete'>,
  receivedAt: number,
): Thread | null {
  const stem = subjectStem(mail.subject)
  const isReply = stem !== mail.subject.trim().toLowerCase()
  const sentAt = Date.parse(mail.date ?? '')
  const candidates = isReply ? bySender : incomplete.filter((one) => sentAt < one.receivedAt)
  const same = onePerRequest(
    candidates.filter(
      (one) => one.subjectStem === stem && stem.length >= 8 && receivedAt - one.lastMailAt < SAME_SUBJECT_MS,
    ),
  )
  const [only] = same
  if (only === undefined || same.length > 1) return null
  return isReply
    ? known(only, 'sender-and-subject', `a reply of the same sender under the same subject as ${only.ref}`)
    : known(only, 'sent-before', `sent under the same subject before the reply of the same sender in ${only.ref}`)
}

/**
 * One agreement for each entity, company of ours and state (domain T6): a second request for the same belongs to the
 * first. From a stranger it is a matter for a person.
 */
function byMatter(sender: string, candidates: readonly CaseView[]): Thread | null {
  const own = onePerRequest(candidates.filter((candidate) => takesPart(sender, candidate)))
  const [only] = own
  if (only && own.length === 1) {
    const saw = `${only.company ?? 'the company'} asks for what ${only.ref} is about`
    return known(only, 'same-matter', isGuest(sender, only) ? `${saw}; ${partOf(sender, only)}` : saw)
  }
  if (own.length > 1)
    return doubtful(own, 'same-matter-twice', `the matter is that of ${own.map((c) => c.ref).join(' and ')}`)
  const foreign = onePerRequest(candidates)
  if (foreign.length === 0) return null
  const refs = foreign.map((c) => c.ref).join(' and ')
  return doubtful(foreign, 'same-matter-foreign-sender', `the matter is that of ${refs}, ${noPart(sender)}`)
}

/** Nothing of ours is referred to: the mail stands for itself, and only what it is about speaks for a case. */
export function isByMatter({ because }: Thread): boolean {
  return because.rule.startsWith('same-matter')
}

/** Wrote in the case, or was introduced by somebody who did. */
function takesPart(sender: string, candidate: CaseView): boolean {
  return belongs(sender, candidate) || isIntroduced(sender, candidate)
}

/** Introduced, and none of the company's own: the whole address alone speaks for whoever it is. */
export function isGuest(sender: string, candidate: CaseView): boolean {
  return !belongs(sender, candidate) && isIntroduced(sender, candidate)
}

function partOf(sender: string, candidate: CaseView): string {
  return isGuest(sender, candidate)
    ? `${sender} was introduced there: "${candidate.items.introduced?.proof.quote ?? ''}"`
    : `${sender} takes part in it`
}

/** The end of the reason why a stranger's mail lies in a case of its own. */
export function noPart(sender: string): string {
  return `but ${sender} has no part in it`
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

/** The first case of each request stands for it. */
function onePerRequest(cases: readonly CaseView[]): readonly CaseView[] {
  const byRequest = new Map<number, CaseView>()
  for (const one of [...cases].sort((one, other) => one.id - other.id))
    if (!byRequest.has(one.requestId)) byRequest.set(one.requestId, one)
  return [...byRequest.values()]
}

function known(found: CaseView, rule: string, saw: string): Thread {
  return { thread: 'known', case: found, because: { rule, saw } }
}

function doubtful(candidates: readonly CaseView[], rule: string, saw: string): Thread {
  return { thread: 'doubtful', candidates, because: { rule, saw } }
}

/** Is a person's mail answered, by whom, and with what? The gates in their order; the first that is shut says why. */

import { noFurtherThanDraft } from '../autonomy.ts'
import { breakerTask, heldBack, isTripped } from '../breaker.ts'
import { departureMark } from '../casework/departure.ts'
import type { ForPerson } from '../casework/for-person.ts'
import type { LegalNotice } from '../casework/legal-notice.ts'
import type { Objection } from '../casework/objection.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import { severalUnsure } from '../casework/parties.ts'
import type { Standing } from '../casework/standing.ts'
import type { WindowExtension } from '../casework/window-extension.ts'
import type { Withdrawal } from '../casework/withdrawal.ts'
import type { Change, Reason, Wish } from '../decision.ts'
import { echoesOurs } from '../letter/echo.ts'
import type { Section } from '../letter/section.ts'
import { mayAnswer, replyRecipient } from '../loop-guard.ts'
import type { Rest } from '../reminders/rest-until.ts'
import { may, type SenderVerdict } from '../sender-level.ts'
import { domainOf, isByMatter, type Thread } from '../thread.ts'
import { newestSentences } from '../understand/newest-words.ts'
import type { Understanding } from '../understanding.ts'
import { changesAccount } from './account-change.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { asksWhereItStands, withoutStatus } from './copies-wanted.ts'
import { isHeaderOnly } from './header-only.ts'
import type { Home } from './home.ts'
import { letterWish } from './letter-wish.ts'
import { OLD_MAIL, OLD_MAIL_TASK } from './old-mail.ts'
import { onlyRests } from './only-rests.ts'
import { saysOnlyThanks } from './only-thanks.ts'
import { receivedFiles } from './received-files.ts'
import { sectionsFor } from './sections.ts'

export interface Answering {
  readonly arrived: ArrivedMail
  readonly facts: ArrivalFacts
  readonly thread: Thread
  readonly verdict: SenderVerdict
  readonly home: Home
  readonly cases: readonly CaseOutcome[]
  readonly standings: ReadonlyMap<number, Standing>
  readonly notice: LegalNotice | null
  readonly takenBack: Withdrawal | null
  readonly extension: WindowExtension | null
  readonly matter: ForPerson | null
  /** It does not want to be asked for what we ask for. */
  readonly objects: Objection | null
  /** It wants no reminders before a day. */
  readonly rest: Rest | null
  /** The mail proved something in a case. */
  readonly proved: boolean
  /** It brought what we had asked for there. */
  readonly brought: boolean
  /** Papers that all found their place: which of them is the main one is the only doubt. */
  readonly handsIn: boolean
  /** Its sender was introduced and is none of the company's own. */
  readonly guest: boolean
}

export interface Answer {
  readonly changes: readonly Change[]
  readonly wishes: readonly Wish[]
  readonly because: readonly Reason[]
}

export function answerTo(answering: Answering): Answer {
  const { arrived, facts, home, verdict } = answering
  const guard = mayAnswer(arrived.mail, arrived.understanding, guardFacts(answering))
  const to = replyRecipient(arrived.mail, facts.ownAddresses)
  if (!guard.allowed || to === null) return withheld(home, guard.rule, guard.because, to?.address)
  const silence = whySilent(answering)
  if (silence !== null) return withheld(home, silence.rule, silence.saw)
  if (!may(verdict, 'acknowledge').may) return withheld(home, 'sender-failed', verdict.because)
  const sections = sectionsOf(answering)
  const [first, ...rest] = sections
  if (first === undefined) return withheld(home, 'nothing-to-say', 'there is nothing to say that was not said')
  const letter = {
    key: `case ${home.lead.id} / ${first.section} / mail ${arrived.id}`,
    sections: [first, ...rest] as const,
    ...{ lead: home.lead, to, intents: arrived.understanding.intents.map((one) => one.intent) },
  }
  const outflow = { repliesLastHour: facts.repliesLastHour, perHour: facts.caps.perHour }
  const autonomy = facts.isOld ? noFurtherThanDraft(facts.autonomy) : facts.autonomy
  const wish = letterWish(letter, heldBack(autonomy, outflow))
  if (wish === null) return withheld(home, 'mode-observe', 'the mode for this mail is observe: no reply is written')
  return {
    changes: [],
    wishes: [
      wish,
      ...(isTripped(outflow) ? [breakerTask(outflow)] : []),
      ...(facts.isOld && facts.autonomy.master === 'auto' ? [OLD_MAIL_TASK] : []),
    ],
    because: [
      { rule: guard.rule, saw: guard.because },
      { rule: `sender-${verdict.level}`, saw: verdict.because },
      ...(facts.isOld ? [OLD_MAIL] : []),
    ],
  }
}

function withheld(home: Home, rule: string, why: string, to = ''): Answer {
  return {
    changes: [{ change: 'reply-withheld', caseId: home.lead.id, rule, why }],
    wishes: rule.startsWith('cap-')
      ? [
          {
            ...{ wish: 'ask-human', sort: 'loop', caseId: home.lead.id },
            sentence: `No automatic answer${to === '' ? '' : ` to a mail of ${to}`} in ${home.lead.ref}: ${why}. It waits for you. Until this is done, further mails of that kind are filed without an answer and without a task.`,
            once: onceOf(rule, home, to),
          } as const,
        ]
      : [],
    because: [{ rule, saw: why }],
  }
}

/** A storm of ten thousand mails is one thing to look at. */
function onceOf(rule: string, home: Home, to: string): string {
  return `${rule} ${rule === 'cap-case' ? home.lead.ref : rule === 'cap-domain' ? domainOf(to) : to}`
}

function guardFacts({ facts, home, brought }: Answering) {
  const inRequest = [home.lead.id, ...home.touched.map(({ file }) => file.id), ...home.request.map((one) => one.id)]
  const replies = [...new Set(inRequest)].map((id) => facts.repliesInCaseLastDay.get(id) ?? 0)
  return {
    ownAddresses: facts.ownAddresses,
    repliesToAddressLastHour: facts.repliesToAddressLastHour,
    repliesToDomainLastHour: facts.repliesToDomainLastHour,
    repliesInCaseLastDay: replies.reduce((sum, one) => sum + one, 0),
    caps: facts.caps,
    blocked: facts.recipientBlocked,
    believed: brought,
  }
}

/** What is no machine's mail and still gets no answer. */
function whySilent(answering: Answering): Reason | null {
  const { arrived, thread, home, notice, takenBack, objects, rest, extension, matter, proved } = answering
  if (isHeaderOnly(arrived.mail)) return null
  if (thread.thread !== 'known' && echoesOurs(arrived.mail.text))
    return { rule: 'echo', saw: 'it sends our own receipt back without its thread' }
  if (notice === null && saysOnlyThanks(arrived.mail)) {
    const why = 'this mail says no more than thanks'
    if (thread.thread === 'known')
      return { rule: 'case-acknowledged', saw: `${home.lead.ref} is acknowledged and ${why}` }
    if (thread.thread === 'doubtful') return { rule: 'thread-doubtful', saw: `${thread.because.saw}, and ${why}` }
  }
  const leaves = matter?.matter === 'departure' ? departureMark(arrived.mail.from[0]?.address ?? '') : null
  if (leaves !== null && home.touched.some(({ file }) => file.told.includes(leaves)))
    return { rule: 'case-acknowledged', saw: `${home.lead.ref}: that somebody leaves was told before` }
  // A mail that answers none of ours is answered as every first one is, whatever case it belongs to.
  const isForPerson = notice !== null || extension !== null || matter !== null
  if (isForPerson || proved || takesBackOpen(home, takenBack) || isByMatter(thread)) return null
  if (asksWhyClosed(answering)) return null
  // Whoever wants no mails gets none that says so.
  if (rest !== null && objects === null && onlyRests(arrived))
    return { rule: 'rests-until', saw: `reminders rest until ${rest.day}, as the mail wants: "${rest.quote}"` }
  if (objects !== null && home.touched.some(({ file }) => file.closed === null && file.needsPerson === null))
    return null
  if (!saysNothingNew(arrived.understanding, thread.thread === 'known' ? home : null)) return null
  const why = 'this mail asks for nothing new that a rule answers'
  if (thread.thread === 'known')
    return { rule: 'case-acknowledged', saw: `${home.lead.ref} is acknowledged and ${why}` }
  // An unmarked responder that writes under changing addresses would get an answer, and a case, for each of ours.
  if (thread.thread === 'doubtful') return { rule: 'thread-doubtful', saw: `${thread.because.saw}, and ${why}` }
  return null
}

/** A person wonders about a case that we closed: silence would be the wrong answer, and "received" promises nothing. */
function asksWhyClosed({ arrived, thread, home }: Answering): boolean {
  if (thread.thread !== 'known' || !home.touched.every(({ file, opens }) => !opens && file.closed !== null))
    return false
  return newestSentences(arrived.mail).some((sentence) => sentence.trim().endsWith('?'))
}

/** A request that is closed already is nothing to take back. */
function takesBackOpen({ touched }: Home, takenBack: Withdrawal | null): boolean {
  return takenBack !== null && touched.some(({ file }) => file.closed === null)
}

/**
 * One acknowledgement opens a case; after it only a mail that proves something, asks where things stand, or has a
 * recognised matter of its own, another than the case's or for another state, is answered again. An unmarked
 * auto-responder that answers our answer repeats the matter or has none, so two machines stop after one round.
 */
function saysNothingNew(understanding: Understanding, known: Home | null): boolean {
  const main = understanding.intents[0]?.intent
  if (understanding.abstained || main === undefined || main === 'unrelated') return true
  if (known === null) return false
  // Every turn of the talks brings some, and whoever sends them waits to hear that they came.
  if (understanding.documents.includes('redlined-agreement')) return false
  if (known.touched.some(({ file, opens }) => !opens && file.closed !== null)) return true
  const same = known.request.some((one) => one.intent === main)
  const states = new Set(known.request.map((one) => one.state))
  return same && understanding.states.every((state) => states.has(state))
}

/** Only "received", whatever else the mail says: a person answers (T4, T15). */
function sectionsOf(answering: Answering): readonly Section[] {
  const {
    arrived,
    facts,
    thread,
    verdict,
    home,
    cases,
    standings,
    notice,
    takenBack,
    objects,
    extension,
    matter,
    proved,
    handsIn,
  } = answering
  const tooLarge = isHeaderOnly(arrived.mail) ? [{ section: 'too-large', megabytes: facts.mailMegabytes } as const] : []
  if (notice !== null) return [{ section: 'legal-notice' }, ...tooLarge]
  if (tooLarge.length > 0) return tooLarge
  // No word of ours may sound like assent to it (domain T4).
  if (extension !== null && !home.touched.some(({ opens }) => opens)) return [{ section: 'received-for-person' }]
  const { understanding } = arrived
  const abstained = understanding.abstained && !handsIn
  if (asksWhyClosed(answering)) return [{ section: 'received-for-person' }]
  const papers =
    thread.thread === 'known' && (abstained || objects !== null) && proved
      ? receivedFiles({ arrived, cases, opens: false })
      : null
  // What papers prove by themselves was received, whatever the letter beside them wants.
  if (papers !== null && takenBack === null && verdict.holds.length === 0) return [papers]
  if (
    abstained ||
    takenBack !== null ||
    (matter !== null && (!proved || matter.matter === 'departure')) ||
    objects !== null ||
    thread.thread === 'doubtful' ||
    (thread.thread === 'new' && severalUnsure(understanding).length > 0) ||
    changesAccount(understanding) ||
    home.touched.every(({ held }) => held !== undefined) ||
    verdict.holds.length > 0
  )
    return [{ section: 'received-for-person' }]
  const opens = home.touched.some((one) => one.opens)
  const mayDisclose = !opens && may(verdict, 'disclose-case-state').may
  // What the case lacks is told to whoever is shown to be the one who was introduced.
  if (answering.guest && !mayDisclose)
    return [receivedFiles({ arrived, cases, opens: false }) ?? { section: 'received-for-person' }]
  if (asksWhereItStands(understanding) && !opens && !mayDisclose) return withoutStatus({ arrived, facts, home, cases })
  return sectionsFor({ arrived, facts, home, cases, standings, opens, proved, mayDisclose })
}

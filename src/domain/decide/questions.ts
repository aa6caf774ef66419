/** What a person has to look at after a mail, each in one sentence. */
import { affiliateMark, areAffiliates, type SaidAffiliate } from '../casework/affiliates.ts'
import { applyAll } from '../casework/apply.ts'
import type { CaseFile, Proof } from '../casework/case-file.ts'
import type { ForPerson } from '../casework/for-person.ts'
import type { LegalNotice } from '../casework/legal-notice.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import { severalUnsure } from '../casework/parties.ts'
import { saidPetition } from '../casework/petition-said.ts'
import { openBefore } from '../casework/proofs/answers-ours.ts'
import { doubtfulEnds } from '../casework/proofs/documents.ts'
import { otherNoticeContact } from '../casework/proofs/notice-contact.ts'
import { differencesOf, OTHER_WAY } from '../casework/proofs.ts'
import type { WindowExtension } from '../casework/window-extension.ts'
import type { Withdrawal } from '../casework/withdrawal.ts'
import type { TaskSort, Wish } from '../decision.ts'
import { placeInFile } from '../page-of.ts'
import { describeItem } from '../process/words.ts'
import type { SenderVerdict } from '../sender-level.ts'
import type { Thread } from '../thread.ts'
import type { Understanding } from '../understanding.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { doubtOf, extensionAsked, maybeMachines } from './asked-of-person.ts'
import type { Home, Move } from './home.ts'
import { saysOnlyThanks } from './only-thanks.ts'
import { chasedIn, isCorrected, matterWords, unseenAnswer } from './person-questions.ts'

interface Seen {
  readonly arrived: ArrivedMail
  readonly facts: Pick<ArrivalFacts, 'affiliations'>
  readonly thread: Thread
  readonly verdict: SenderVerdict
  readonly home: Home
  readonly cases: readonly CaseOutcome[]
  readonly moves: readonly Move[]
  readonly notice: LegalNotice | null
  readonly takenBack: Withdrawal | null
  readonly extension: WindowExtension | null
  readonly matter: ForPerson | null
  readonly kin: SaidAffiliate | null
  readonly handsIn: boolean
  /** It got no answer, for no rule saw anything new in it. */
  readonly silent: boolean
}

export function questionsFor(seen: Seen): readonly Wish[] {
  const { arrived, thread, verdict, home, notice, takenBack, extension, matter } = seen
  const { ref, id } = home.lead
  const sender = arrived.mail.from[0]?.address ?? 'nobody'
  const ask = (sort: TaskSort, sentence: string): Wish => ({ wish: 'ask-human', sort, sentence, caseId: id })
  const questions: Wish[] = []
  if (notice !== null)
    questions.push(
      ask('legal', `Legal notice from ${sender} in ${ref}: "${notice.quote}". Only its receipt was confirmed.`),
    )
  const thanks = thread.thread === 'known' && notice === null && saysOnlyThanks(arrived.mail)
  if (thread.thread !== 'doubtful')
    questions.push(
      ...verdict.holds.map(({ sentence }) =>
        ask('sender', `${ref}: ${sentence} No more than its receipt was confirmed.`),
      ),
    )
  if (thread.thread === 'doubtful')
    questions.push(
      ask(
        'thread',
        `${ref} was opened apart from ${thread.candidates.map((c) => c.ref).join(', ')}: ${thread.because.saw}. Do they belong together?${verdict.holds.map(({ sentence }) => ` ${sentence}`).join('')}`,
      ),
    )
  const unsure = thread.thread === 'new' ? severalUnsure(arrived.understanding) : []
  if (unsure.length > 0)
    questions.push(
      ask(
        'understand',
        `${sender} asks in ${ref} for several companies, and it is not clear for which states each (${unsure.join('; ')}; states named: ${arrived.understanding.states.join(', ') || 'none'}). No more than its receipt was confirmed.`,
      ),
    )
  if (takenBack !== null)
    questions.push(
      ask(
        'withdrawal',
        `${sender} takes back what ${ref} is about: "${takenBack.quote}". Nothing is asked for until you write "withdrawn", which closes it, or "it goes on".`,
      ),
    )
  if (extension !== null) questions.push(ask('extension', extensionAsked(sender, home, extension)))
  else if (matter !== null && !isCorrected(matter, seen.moves)) questions.push(ask(...matterWords(matter, sender, ref)))
  // Whoever looks at a legal notice sees what it wants.
  else if (takenBack === null && arrived.understanding.abstained && notice === null && !thanks && !seen.handsIn)
    questions.push(ask('understand', `What does the mail in ${ref} want? ${readings(arrived.understanding)}`))
  else if (seen.silent && !thanks && chasedIn(seen) !== null) questions.push(...unseenAnswer(seen, sender))
  // A change of account is looked at anyway; that it got no answer is said there.
  else if (takenBack === null && !thanks && !changesAccount(arrived.understanding))
    questions.push(...maybeMachines(arrived, ref, (sentence) => ask('understand', sentence)))
  if (changesAccount(arrived.understanding))
    questions.push(
      ask(
        'account',
        `${sender} tells of a change of name, contact, notice address or account in ${ref}: confirm it by another way before anything is changed.${doubtOf(arrived.understanding)}`,
      ),
    )
  const other = otherContact(seen)
  if (other !== null && thread.thread === 'known')
    questions.push(ask('account', `${ref}: ${other}: confirm it by another way before anything is changed.`))
  return [
    ...[
      ...questions,
      ...ways(seen),
      ...petitions(seen),
      ...successors(seen),
      ...differences(seen),
      ...suggestions(seen),
      ...ends(seen),
    ],
    ...(thanks || matter?.matter === 'goes-on' ? [] : reopenings(seen)),
  ]
}

function otherContact({ arrived, home }: Seen): string | null {
  const known = home.touched.find(({ file, opens }) => !opens && file.closed === null)
  return known === undefined ? null : otherNoticeContact(arrived, known.file)
}

export function changesAccount({ abstained, intents }: Understanding): boolean {
  return !abstained && intents.some(({ intent }) => intent === 'account-change')
}

/** A paper that names somebody else, or does not do (T8): drafting waits for an answer. */
function differences({ arrived, facts, moves }: Seen): readonly Wish[] {
  return moves.flatMap(({ touched, changes }) =>
    changes
      .filter((change) => change.change === 'item-problem')
      .filter((change) => change.item !== 'sender-authority')
      .filter((change, at, all) => all.findIndex((one) => one.problem === change.problem) === at)
      .map((change) => ({
        wish: 'ask-human',
        sort: 'entity',
        sentence: `${touched.file.ref}: ${describeItem(change.item, touched.file)}: ${change.problem}${onPage(change.proof)}${openBefore(applyAll(touched.file, changes), change.problem)}${kinship(touched.file, change.proof, arrived, facts)}`,
        caseId: touched.file.id,
      })),
  )
}

/** The way was chosen, and the mail asks for another one: a person decides, and until then the clock runs to be safe. */
function ways({ moves }: Seen): readonly Wish[] {
  return moves.flatMap(({ touched: { file }, changes }) =>
    changes.flatMap((one) => {
      if (one.change !== 'needs-person' || !one.why.startsWith(OTHER_WAY)) return []
      const clock = changes.some(({ change }) => change === 'request-received') ? ' Its clock runs from this mail.' : ''
      const sentence = `${file.ref}: ${one.why}.${clock} Write "${file.ref} route negotiate", or the way that it stays on.`
      return [{ wish: 'ask-human', sort: 'thread', sentence, caseId: file.id } as const]
    }),
  )
}

/** A petition starts and ends clocks, and its days are not read out of a mail (T13): a person records them. */
function petitions({ arrived, home }: Seen): readonly Wish[] {
  const said = saidPetition(arrived.mail)
  const isRecorded = home.touched.some(({ file }) =>
    (['petition-filed', 'petition-received', 'petition-served'] as const).some((one) => file.items[one] !== undefined),
  )
  if (said === null || isRecorded) return []
  const { ref, id } = home.lead
  const where = said.attachment ?? 'It'
  const sentence = `${ref}: was a petition for arbitration filed? ${where} says "${said.quote}". Nothing was recorded. Write "${ref} petition filed 2026-06-01" with its day, "petition served" for the day on which it reached us, in the case whose negotiation it ends.`
  return [{ wish: 'ask-human', sort: 'milestone', sentence, caseId: id }]
}

/** One agreement for each company, family and state (T6). */
function successors({ home, arrived }: Seen): readonly Wish[] {
  return home.touched.flatMap(({ file, follows }) =>
    follows === undefined
      ? []
      : [
          {
            ...{ wish: 'ask-human', sort: 'thread', caseId: file.id },
            sentence: `${file.ref} was opened: ${arrived.mail.from[0]?.address ?? 'somebody'} asks to negotiate where the agreement of ${follows} is in place. Is it for its successor, an amendment or an error? The clock runs from this mail.`,
          } as const,
        ],
  )
}

/** A signed agreement names its end in words that have to be reckoned: a suggestion, for a person to say the day. */
function ends({ arrived, moves }: Seen): readonly Wish[] {
  const signed = moves.find(
    ({ touched, changes }) =>
      touched.file.items['agreement-end'] === undefined &&
      changes.some((one) => one.change === 'item-met' && one.item === 'clec-signature'),
  )
  if (signed === undefined) return []
  const { ref, id } = signed.touched.file
  return doubtfulEnds(arrived)
    .slice(0, 1)
    .map(({ filename, quote }) => ({
      wish: 'ask-human',
      sort: 'milestone',
      sentence: `${ref}: when does the agreement end? ${filename} says "${quote}". Write "${ref} ends 2028-05-01" with its day.`,
      caseId: id,
    }))
}

/** The problem names the file. */
function onPage({ attachment, page }: Proof): string {
  return attachment === null || page === null ? '' : ` It stands in ${placeInFile(attachment, page)}.`
}

/** The other entity is no stranger: staff is told, the CLEC is not. */
function kinship(file: CaseFile, { attachment }: Proof, arrived: ArrivedMail, { affiliations }: Seen['facts']): string {
  const found = differencesOf(file, arrived).find(
    (one) => one.attachment === attachment && areAffiliates(one.expected, one.found, affiliations),
  )
  return found === undefined ? '' : ` ${found.found} is recorded as an affiliate of ${found.expected}.`
}

/** Asked in the first of the cases that it is about. */
function suggestions({ moves, kin }: Seen): readonly Wish[] {
  const isNew = ({ changes }: Move) =>
    kin !== null &&
    changes.some((change) => change.change === 'staff-told' && change.marks.includes(affiliateMark(kin)))
  const first = moves.find(isNew)
  if (first === undefined || kin === null) return []
  const { ref, id } = first.touched.file
  return [
    {
      wish: 'ask-human',
      sort: 'affiliate',
      sentence: `${ref}: are ${kin.company} and ${kin.affiliate} affiliates? It says: "${kin.quote}". "affiliate of ${kin.affiliate}" records it; nothing is joined by it.`,
      caseId: id,
    },
  ]
}

function reopenings({ home, arrived }: Seen): readonly Wish[] {
  const closed = home.touched.filter(({ file, opens }) => !opens && file.closed !== null)
  return closed.map(({ file }) => ({
    wish: 'ask-human',
    sort: 'thread',
    sentence: `${arrived.mail.from[0]?.address ?? 'Somebody'} wrote in ${file.ref}, which is closed (${file.closed?.reason}). No more than its receipt was confirmed; "reopen" opens it again.`,
    caseId: file.id,
  }))
}

/** The two likeliest readings, each with the words that speak most for it. */
function readings({ likeliest, evidence }: Understanding): string {
  if (likeliest.length === 0) return 'Nothing was recognised.'
  const shown = likeliest.map(({ intent, confidence }) => {
    const quote = evidence.find((one) => one.for === intent)?.quote
    return `${intent} (${Math.round(100 * confidence)}%${quote === undefined ? '' : `: "${quote}"`})`
  })
  return `Likeliest: ${shown.join(' or ')}.`
}

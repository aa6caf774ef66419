/** Questions about what a mail does to its cases: another way, a petition, a second agreement, a closed case. */
import { addDays } from '../calendar/day.ts'
import { dayIn } from '../calendar/zone.ts'
import { affiliateMark, type SaidAffiliate } from '../casework/affiliates.ts'
import { QUESTIONS, saysWhatIsWanted } from '../casework/moot.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import { saidPetition } from '../casework/petition-said.ts'
import { OTHER_WAY } from '../casework/proofs.ts'
import type { Wish } from '../decision.ts'
import { DAY_WITH_YEAR, dayOf } from '../orders/days.ts'
import { itemWord } from '../orders/item-words.ts'
import { listed } from '../orders/words.ts'
import { stateName } from '../states.ts'
import { newestSentences } from '../understand/newest-words.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import type { Home, Move } from './home.ts'
import { secondWords } from './second-agreement.ts'
import { statesLeft } from './told-before.ts'

interface Seen {
  readonly arrived: ArrivedMail
  readonly home: Home
  readonly moves: readonly Move[]
  readonly kin: SaidAffiliate | null
}

/** The way was chosen, and the mail asks for another one: a person decides, and until then the clock runs to be safe. */
export function ways({ moves }: Pick<Seen, 'moves'>): readonly Wish[] {
  return moves.flatMap(({ touched: { file }, changes }) =>
    changes.flatMap((one) => {
      if (one.change !== 'needs-person' || !one.why.startsWith(OTHER_WAY)) return []
      const clock = changes.some(({ change }) => change === 'request-received') ? ' Its clock runs from this mail.' : ''
      const sentence = `${file.ref}: ${one.why}.${clock} Write "${file.ref} route negotiate", or the way that it stays on.`
      return [{ wish: 'ask-human', sort: 'thread', sentence, caseId: file.id } as const]
    }),
  )
}

/** What the first mail says counts as well, but for the way to the agreement and for its day: those a person says. */
export function wantedSince({ arrived, moves, cases, home, facts }: Since, sender: string): readonly Wish[] {
  return moves.flatMap(({ touched: { file: before, opens }, changes }) => {
    const after = cases.find(({ file }) => file.id === before.id)?.file
    if (opens || after === undefined || !saysWhatIsWanted({ before, after })) return []
    const { ref, id } = before
    return [
      {
        ...{ wish: 'ask-human', sort: 'milestone', caseId: id, once: QUESTIONS.firstMail(ref) },
        sentence: `${ref} goes on: ${sender} says now what is wanted (${after.intent ?? after.route ?? 'see the case'}), and nothing waits for you. ${countedWords(changes, arrived)}${clockWords(changes)}${leftWords(statesLeft(home.request, [...home.request, ...cases.map(({ file }) => file)], facts.unread))} If the first mail says more, say what it is, and all of it is weighed.`,
      } as const,
    ]
  })
}

interface Since extends Pick<Seen, 'arrived' | 'moves' | 'home'> {
  readonly cases: readonly CaseOutcome[]
  readonly facts: Pick<ArrivalFacts, 'unread'>
}

function countedWords(changes: Move['changes'], { id }: ArrivedMail): string {
  const items = changes.flatMap((one) =>
    one.change === 'item-met' && one.proof.messageId !== null && one.proof.messageId !== id ? [one] : [],
  )
  const mails = listed([...new Set(items.map(({ proof }) => `mail ${proof.messageId}`))])
  return items.length === 0
    ? 'Nothing was read in the first mail, which was not understood, that is not known from this one or its papers.'
    : `Of the first mail, which was not understood (${mails}), this counts as well now: ${listed(items.map(({ item }) => itemWord(item)))}.`
}

/** An earlier day would be the safer one, and only a person can say that the first mail asked already (T3). */
function clockWords(changes: Move['changes']): string {
  return changes.some(({ change }) => change === 'request-received')
    ? ' The clock runs from this mail, not from the first: read whether that asked for it already.'
    : ''
}

function leftWords(states: readonly string[]): string {
  return states.length === 0 ? '' : ` It names ${listed(states.map(stateName))} as well, for which there is no case.`
}

/** A petition starts and ends clocks, and its days are not read out of a mail (T13): a person records them. */
export function petitions({ arrived, home }: Seen): readonly Wish[] {
  const said = saidPetition(arrived.mail)
  const isRecorded = home.touched.some(({ file }) =>
    (['petition-filed', 'petition-received', 'petition-served'] as const).some((one) => file.items[one] !== undefined),
  )
  if (said === null || isRecorded) return []
  const { ref, id } = home.lead
  const where = said.attachment ?? 'It'
  const sentence = `${ref}: was a petition for arbitration filed? ${where} says "${said.quote}". Nothing was recorded. Write "${ref} petition filed 2026-06-01" with its day, "petition served" for the day on which it reached us, in the case whose negotiation it ends.`
  return [{ wish: 'ask-human', sort: 'milestone', sentence, caseId: id, once: QUESTIONS.petition(ref) }]
}

/** New Mexico wants a request and its answer in forms that a mail has not (17.11.18.17 NMAC; domain 4.2): counsel knows. */
export function formalities({ moves }: Seen): readonly Wish[] {
  const there = moves.filter(({ touched, changes }) => {
    const learned = changes.flatMap((one) => (one.change === 'facts-learned' ? (one.state ?? []) : []))
    const isThere = (learned[0] ?? touched.file.state) === 'NM'
    return isThere && changes.some(({ change }) => change === 'request-received')
  })
  const [first] = there
  if (first === undefined) return []
  const refs = there.map(({ touched }) => touched.file.ref).join(', ')
  const sentence = `${refs}: the request to negotiate in New Mexico came by mail. 17.11.18.17 NMAC wants it by hand, certified mail or facsimile, and our written answer too; whether a mail is one is for counsel. To be safe its clocks run.`
  return [{ wish: 'ask-human', sort: 'clock', sentence, caseId: first.touched.file.id }]
}

/** Whoever adopts an agreement takes its end with it (T5); before this many days to it a person looks. */
const SOON = 180
const ENDS = new RegExp(`\\b(?:expir\\w+|ends?|ended|terminat\\w+)\\b[^.;]{0,20}?\\b(${DAY_WITH_YEAR})`, 'i')

/** What is adopted has ended, or ends soon, by the words of the mail. Nothing of it is said to the CLEC (T4). */
export function adoptedEnds({ arrived, moves }: Pick<Seen, 'arrived' | 'moves'>): readonly Wish[] {
  const today = dayIn(arrived.receivedAt, 'UTC')
  return moves.flatMap(({ touched: { file }, changes }) =>
    changes.flatMap((one) => {
      if ((one.change !== 'item-met' && one.change !== 'item-problem') || one.item !== 'adopted-agreement') return []
      const { quote } = one.proof
      const sentence = newestSentences(arrived.mail).find((said) => said.startsWith(quote)) ?? quote
      const end = dayOf(ENDS.exec(sentence)?.[1] ?? '', today)
      if (!('day' in end) || end.day > addDays(today, SOON)) return []
      const words = `${file.ref}: the agreement to be adopted ${end.day < today ? 'ended' : 'ends'} on ${end.day}, says ${arrived.mail.from[0]?.address ?? 'the mail'}: "${quote}". Whoever adopts it takes its end with it (47 CFR 51.809); nothing of this was said to them.`
      return [{ wish: 'ask-human', sort: 'milestone', sentence: words, caseId: file.id } as const]
    }),
  )
}

/** One agreement for each company, family and state (T6). */
export function successors({ home, arrived }: Seen): readonly Wish[] {
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

/** Domain T6. */
export function seconds({ home }: Seen): readonly Wish[] {
  return home.touched.flatMap(({ file, held }) =>
    held === undefined
      ? []
      : [
          {
            ...{ wish: 'ask-human', sort: 'thread', caseId: file.id },
            sentence: `${file.ref}: ${secondWords(file, held)}. Is it to be replaced or amended, or is this a mistake? No more than the receipt was confirmed.`,
          } as const,
        ],
  )
}

/** Asked in the first of the cases that it is about. */
export function suggestions({ moves, kin }: Seen): readonly Wish[] {
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

export function reopenings({ home, arrived, answered }: Seen & { readonly answered: boolean }): readonly Wish[] {
  const closed = home.touched.filter(({ file, opens }) => !opens && file.closed !== null)
  return closed.map(({ file }) => ({
    wish: 'ask-human',
    sort: 'thread',
    once: QUESTIONS.closed(file.ref),
    sentence: `${arrived.mail.from[0]?.address ?? 'Somebody'} wrote in ${file.ref}, which is closed (${file.closed?.reason}). ${answered ? 'No more than its receipt was confirmed' : 'It got no answer, and nothing was recorded'}; "reopen" opens it again.`,
    caseId: file.id,
  }))
}

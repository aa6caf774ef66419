/**
 * Papers for a state that was taken back, by the state or by the number of the agreement that they name, sent to a request
 * whose other states go on: whether the state goes on all the same only a person says, and the letter says nothing of the
 * kind. For another state they prove nothing.
 */
import type { CaseFile } from '../casework/case-file.ts'
import { QUESTIONS } from '../casework/moot.ts'
import { type Paper, papersOf } from '../casework/proofs/documents.ts'
import { textOfFile } from '../casework/proofs/place.ts'
import { statesOfPaper } from '../casework/proofs/states-of-paper.ts'
import { trackingNumbersIn } from '../casework/tracking-number.ts'
import { wasTakenBack } from '../casework/withdrawal.ts'
import type { Wish } from '../decision.ts'
import type { Attachment } from '../mail.ts'
import { listed } from '../orders/words.ts'
import { stateName } from '../states.ts'
import type { ArrivedMail } from './arrival.ts'
import type { Seen } from './seen.ts'

interface Withdrawn {
  readonly file: CaseFile
  readonly papers: readonly Attachment[]
  /** The number of its agreement, where nothing but that shows whose they are; null: they name the state. */
  readonly number: string | null
}

/** Papers that are for such states alone, by their cases. `request`: all its cases; none of it: nothing of it goes on. */
export function withdrawnPapers(arrived: ArrivedMail, request: readonly CaseFile[]): readonly Withdrawn[] {
  const gone = request.filter(wasTakenBack)
  const others = request.filter((file) => file.closed === null && !wasTakenBack(file))
  if (others.length === 0) return []
  const goesOn = new Set(others.map(({ state }) => state))
  const states = new Set(gone.flatMap(({ state }) => (state === null || goesOn.has(state) ? [] : state)))
  if (states.size === 0) return []
  const papers = papersOf(arrived).filter(({ sort }) => sort !== 'other' && sort !== 'decoration')
  const known = new Set(others.flatMap((one) => numberOf(one) ?? []))
  return gone.flatMap((file) => {
    const own = papers.flatMap((paper) => {
      const shown = shownBy(paper, file, states, known)
      return shown === null ? [] : [{ paper: paper.file, shown }]
    })
    const number = own.some(({ shown }) => shown === 'number') ? numberOf(file) : null
    return own.length === 0 ? [] : [{ file, papers: own.map(({ paper }) => paper), number }]
  })
}

/** What shows that it is for this case; null: nothing does. `states`: that went; `known`: numbers of what goes on. */
function shownBy(
  { file: paper, sort }: Paper,
  file: CaseFile,
  states: ReadonlySet<string>,
  known: ReadonlySet<string>,
): 'state' | 'number' | null {
  const text = textOfFile(paper)
  const of = statesOfPaper(text, file.company, sort === 'customer-questionnaire')
  if (of.length > 0) return of.includes(file.state ?? '') && of.every((state) => states.has(state)) ? 'state' : null
  const numbers = trackingNumbersIn(text)
  return numbers.includes(numberOf(file) ?? '') && !numbers.some((one) => known.has(one)) ? 'number' : null
}

/** Of the document that was sent there. */
function numberOf({ items }: CaseFile): string | null {
  return trackingNumbersIn(items['draft-issued']?.value ?? '')[0] ?? null
}

/** The mail without the papers that are for another case, which was taken back. */
export function withoutWithdrawn(arrived: ArrivedMail, withdrawn: readonly Withdrawn[], { id }: CaseFile): ArrivedMail {
  const papers = new Set(withdrawn.flatMap(({ file, papers }) => (file.id === id ? [] : papers)))
  if (papers.size === 0) return arrived
  const { mail, understanding } = arrived
  const isLeft = (_one: unknown, at: number) => !papers.has(mail.attachments[at] as Attachment)
  return {
    ...arrived,
    mail: { ...mail, attachments: mail.attachments.filter(isLeft) },
    understanding: { ...understanding, documents: understanding.documents.filter(isLeft) },
  }
}

/** Whoever takes something back or goes on with it in this very mail is asked about by that. */
export function papersOfWithdrawn(seen: Seen, sender: string): readonly Wish[] {
  const { arrived, home, takenBack, matter, sections } = seen
  if (takenBack !== null || matter?.matter === 'goes-on') return []
  // A mail about a closed case has a question of its own, which tells how it is opened again.
  const isToldElsewhere = ({ id, closed }: CaseFile) =>
    closed !== null && home.touched.some(({ file }) => file.id === id)
  const found = withdrawnPapers(arrived, home.request).filter(({ file }) => !isToldElsewhere(file))
  const isListed = sections.some(({ section }) => section === 'documents-received')
  const told = isListed ? ' The letter says only that a person looks at them.' : ''
  const theirs = new Set(found.flatMap(({ papers }) => papers))
  const isAll = papersOf(arrived).every(({ file, sort }) => sort === 'decoration' || theirs.has(file))
  return found.map(({ file, papers, number }) => {
    const { ref, id, closed, state } = file
    const beside = isAll ? '' : ' beside others'
    const shown = number === null ? '' : ` Nothing but the number of its agreement, ${number}, shows whose they are.`
    const sent = `${sender} sent papers for ${ref} (${stateName(state ?? '')})${beside}: ${listed(papers.map(({ filename }) => filename))}.${shown}`
    const common = { wish: 'ask-human', caseId: id } as const
    return closed === null
      ? {
          ...{ ...common, sort: 'withdrawal' },
          sentence: `${sent} It was taken back before.${told} Write "${ref} withdrawn", which closes it, or "${ref} it goes on".`,
        }
      : {
          ...{ ...common, sort: 'thread', once: QUESTIONS.closed(ref) },
          sentence: `${sent} It is closed (withdrawn): nothing of them was recorded there.${told} "${ref} reopen" opens it again.`,
        }
  })
}

/**
 * Papers for a state that was taken back, sent beside what is for the others of the request: whether the state goes on all
 * the same only a person says, and the letter says nothing of the kind.
 */
import type { CaseFile } from '../casework/case-file.ts'
import { QUESTIONS } from '../casework/moot.ts'
import { papersOf } from '../casework/proofs/documents.ts'
import { textOfFile } from '../casework/proofs/place.ts'
import { statesOfPaper } from '../casework/proofs/states-of-paper.ts'
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
  return gone.flatMap((file) => {
    const own = papers.filter((paper) => {
      const of = statesOfPaper(textOfFile(paper.file), file.company, paper.sort === 'customer-questionnaire')
      return of.includes(file.state ?? '') && of.every((state) => states.has(state))
    })
    return own.length === 0 ? [] : [{ file, papers: own.map((paper) => paper.file) }]
  })
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
  return found.map(({ file, papers }) => {
    const { ref, id, closed, state } = file
    const sent = `${sender} sent papers for ${ref} (${stateName(state ?? '')}) beside others: ${listed(papers.map(({ filename }) => filename))}.`
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

/** The question about a matter that no rule acts on (`casework/for-person.ts`): in which cases, and in which words. */
import type { CaseFile } from '../casework/case-file.ts'
import { howToChange } from '../casework/departure.ts'
import type { ForPerson } from '../casework/for-person.ts'
import { wasTakenBack } from '../casework/withdrawal.ts'
import type { TaskSort } from '../decision.ts'
import { listed } from '../orders/words.ts'
import type { Move } from './home.ts'
import type { Seen } from './seen.ts'

/** What sort of carrier it is, or whose agreement is taken, was corrected by the mail itself. */
export function isCorrected({ matter }: ForPerson, moves: readonly Move[]): boolean {
  const changes = moves.flatMap((move) => move.changes)
  const isLearned = changes.some((one) => one.change === 'facts-learned' && one.carrierType !== undefined)
  const isNamed = changes.some((one) => one.change === 'item-met' && one.item === 'adopted-agreement')
  return matter === 'correction' && (isLearned || isNamed)
}

/**
 * The cases that the question is about: those that were taken back and may go on, or those whose states a correction
 * names; else the one that the mail is about, or answers a letter of.
 */
export function meantBy(matter: ForPerson, about: About): Meant {
  const { request, lead } = about.home
  const meant =
    matter.matter === 'goes-on' ? about.cases.map(({ file }) => file).filter(wasTakenBack) : correctedBy(matter, about)
  const [first = lead] = meant
  const isNew = meant.length < 2 && request.every((one) => one.state !== matter.state)
  return {
    caseId: first.id,
    refs: meant.length === 0 ? [first.ref] : meant.map(({ ref }) => ref),
    state: isNew ? matter.state : null,
  }
}

type About = Pick<Seen, 'home' | 'cases' | 'thread'>

function correctedBy({ matter, states = [] }: ForPerson, { home, thread }: About): readonly CaseFile[] {
  if (matter !== 'correction') return []
  const own = home.request.filter(({ closed }) => closed === null)
  const named = own.filter(({ state }) => state !== null && states.includes(state))
  const touched = home.touched.map(({ file }) => file)
  const answered = own.filter(({ id }) => thread.thread === 'known' && id === thread.case.id)
  return [named, touched.length === 1 ? touched : [], answered].find((some) => some.length > 0) ?? []
}

export interface Meant {
  readonly caseId: number
  readonly refs: readonly string[]
  /** That a correction names for the one case, and no case of the request has. */
  readonly state: string | null
}

/** The sort of the question and its sentence. `doubt`: why it got no answer. */
export function matterWords(
  { matter, quote, leaves }: ForPerson,
  sender: string,
  { refs, state }: Meant,
  doubt = '',
): readonly [TaskSort, string] {
  const [ref = ''] = refs
  switch (matter) {
    case 'goes-on': {
      const [what, of, each] =
        refs.length < 2 ? [`${ref} is`, '', ''] : [`${listed(refs)} are`, `${ref} `, ', and so for each']
      return [
        'withdrawal',
        `${sender} took back what ${what} about and now writes: "${quote}". Only its receipt was confirmed: write "${of}it goes on", or "${of}withdrawn"${each}.`,
      ]
    }
    case 'departure':
      return [
        'account',
        `${sender} writes in ${ref} that somebody leaves or is replaced: "${quote}". ${doubt === '' ? 'Only its receipt was confirmed' : `${doubt.trim().slice(0, -1)}`}, nobody is reminded there any more and nothing was changed: confirm by another way who is to be written to.${leaves === undefined ? '' : howToChange(ref, leaves)}`,
      ]
    case 'correction':
      return [
        'correction',
        `${sender} corrects something in ${listed(refs)}: "${quote}". Nothing was changed by it, only its receipt was confirmed.${state === null ? '' : ` Write "state ${state}" if that is the state.`}`,
      ]
  }
}

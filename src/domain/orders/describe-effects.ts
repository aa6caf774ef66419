/** What a case is about, as a person says it; and what its papers show of it then. */
import type { Act } from '../casework/act.ts'
import { applyAll } from '../casework/apply.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { familyInstead } from '../casework/families.ts'
import type { ItemId } from '../casework/items.ts'
import { type PapersAnew, papersAnew } from '../casework/papers-anew.ts'
import { differenceKey, otherNameIn } from '../casework/proofs/entities.ts'
import type { AskWish } from '../decision.ts'
import { isMet } from '../process/facts.ts'
import { byHand, inCase, ordered, refused } from './answer.ts'
import type { Effects } from './effects.ts'
import { rest } from './item-effects.ts'
import { itemWord } from './item-words.ts'
import { settledNames } from './name-questions.ts'
import type { OrderFacts } from './order-facts.ts'
import { listed } from './words.ts'

type Described = Extract<Act, { act: 'describe' }>

const FACTS = ['company', 'state', 'family', 'carrierType'] as const
const MOST_NAME = 200

export function described(said: Described, file: CaseFile, facts: OrderFacts): Effects {
  const order = withFamily(said, file, facts)
  const news = FACTS.filter((fact) => order[fact] !== undefined && order[fact] !== '' && order[fact] !== file[fact])
  if (news.length === 0) return refused(`${file.ref}: nothing new was said.`)
  if ((order.company ?? '').length > MOST_NAME) return refused(`${file.ref}: the name of the company is too long.`)
  const moves = news.includes('state') && file.state !== null
  const made = moves ? OF_STATE_MADE.filter((item) => isMet(file, item)) : []
  if (made.length > 0) return refused(`${file.ref}: the state stays ${file.state}: ${rest(made)}.`)
  const old = moves ? OF_STATE.filter((item) => file.items[item] !== undefined) : []
  const learned = Object.fromEntries(news.map((fact) => [fact, order[fact]]))
  const told = news.map((fact) => `${FACT_WORDS[fact]} ${order[fact]} (was ${file[fact] ?? 'open'})`).join(', ')
  // What was proved before is not what holds now: the item says what the head says.
  const proof = byHand(facts, null)
  const items = SAID_ITEMS.flatMap(([fact, item]) => {
    const value = news.includes(fact) ? order[fact] : undefined
    return value === undefined ? [] : [{ change: 'item-met', item, at: facts.now, value, proof } as const]
  })
  const changes: readonly CaseChange[] = [
    { change: 'facts-learned', ...learned },
    ...old.map((item) => opened(item, file, facts)),
    ...items,
  ]
  const head = applyAll(file, changes)
  const anew = papersAnew(file, head, facts.readings.get(file.ref) ?? [])
  const after = applyAll(head, anew.changes)
  const settled = settledNames(after, facts)
  const open = old.filter((item) => after.items[item] === undefined)
  return ordered(facts, {
    changes: inCase(file, ...changes, ...anew.changes),
    also: settled.map((task) => ({ also: 'close-task', task }) as const),
    asks: takenBack(after, anew),
    sentence: [
      `${file.ref}: ${told}.`,
      ...(open.length === 0 ? [] : [`Open again, as of ${file.state}: ${listed(open.map(itemWord))}.`]),
      ...notOurs(order, news, facts),
      ...anewWords(anew),
      ...(settled.length === 0 ? [] : [`Answered by it: ${settled.map((id) => `task ${id}`).join(', ')}.`]),
    ].join(' '),
  })
}

/** The company of ours is that of the state, unless it was said, too (domain 1.1, 5). */
function withFamily(said: Described, file: CaseFile, { territory }: OrderFacts): Described {
  const { state, family } = said
  if (state === undefined || state === file.state || family !== undefined) return said
  const ours = familyInstead(file, state, { territory })
  return ours === null ? said : { ...said, family: ours }
}

function notOurs({ state }: Described, news: readonly string[], { territory }: OrderFacts): readonly string[] {
  if (state === undefined || !news.includes('state')) return []
  const whose = territory(state)
  if (whose === 'qc' || whose === 'kept') return []
  return [`${state} is no state of ours: "close not our territory" closes it.`]
}

/** What a state's own papers prove (domain 3.8, 3.9); the rest the company said for all its states. */
const OF_STATE: readonly ItemId[] = [
  'certification',
  'adopted-agreement',
  'tariff-election',
  'ocn-letter',
  'network-information',
]
/** An agreement is of its state: nothing of it goes over to another (domain 2.2 step 3c). */
const OF_STATE_MADE: readonly ItemId[] = ['draft-issued', 'clec-signature', 'carrier-signature', 'filed', 'approved']

function opened(item: ItemId, file: CaseFile, facts: OrderFacts): CaseChange {
  return { change: 'item-opened', item, by: facts.by, why: `it was of ${file.state}` }
}

const SAID_ITEMS = [
  ['company', 'legal-name'],
  ['state', 'state'],
] as const satisfies readonly (readonly [keyof Described, ItemId])[]

const FACT_WORDS = { company: 'company', state: 'state', family: 'family', carrierType: 'carrier' } as const

function anewWords({ takenBack, counted, kept }: PapersAnew): readonly string[] {
  const lines: readonly (readonly [string, readonly ItemId[]])[] = [
    ['In by papers that came before', counted],
    ['Taken back, for the papers name another company', takenBack],
    ['Kept, for later milestones rest on it, though the papers name another company', kept],
  ]
  return lines
    .filter(([, items]) => items.length > 0)
    .map(([what, items]) => `${what}: ${listed(items.map(itemWord))}.`)
}

/** All that fell by the new name is one question, and a person may know better than the papers (T8). */
function takenBack(file: CaseFile, { takenBack: fallen, kept }: PapersAnew): readonly AskWish[] {
  const problems = fallen.flatMap((item) => file.items[item]?.problem ?? [])
  if (fallen.length + kept.length === 0) return []
  const what = [
    ...(fallen.length === 0 ? [] : [`${listed(fallen.map(itemWord))} taken back`]),
    ...(kept.length === 0 ? [] : [`${listed(kept.map(itemWord))} kept, for later milestones rest on it`]),
  ].join('; ')
  const [first] = fallen.length > 0 ? fallen : kept
  const other = otherNameIn(problems[0])
  return [
    {
      ...{ wish: 'ask-human', sort: 'entity', caseId: file.id },
      sentence:
        `${file.ref} is about ${file.company} now, and papers that came before name another company: ${what}. ${[...new Set(problems)].join(' ')} Are they the same legal entity? "${file.ref} tick ${itemWord(first as ItemId)}" counts a paper all the same.`.replace(
          / {2,}/g,
          ' ',
        ),
      ...(other === null ? {} : { once: differenceKey(file.requestId, other) }),
    },
  ]
}

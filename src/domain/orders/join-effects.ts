/**
 * What counsel wrote before the company introduced her comes to the case of her client: a merge that the introduction
 * orders. It is done only where nothing disagrees; everything else is for a person.
 */
import { applyAll } from '../casework/apply.ts'
import type { CaseFile, Item } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { introducing, inWords, isIntroduced } from '../casework/introduction.ts'
import { maybeWords, NOT_UNDERSTOOD, QUESTIONS } from '../casework/moot.ts'
import { isSameEntity } from '../casework/proofs.ts'
import { noPart } from '../thread.ts'
import { inCase, type MergeAct, refused } from './answer.ts'
import type { Effects } from './effects.ts'
import { merged } from './merge-effects.ts'
import type { OrderFacts, TaskView } from './order-facts.ts'

export function joined(order: Required<MergeAct>, from: CaseFile, into: CaseFile, facts: OrderFacts): Effects {
  const { introduced } = order
  const lets = letIn(order, into, facts)
  if (!isIntroduced(introduced.address, applyAll(into, lets)))
    return refused(`${from.ref} was not merged into ${into.ref}: ${introduced.address} is let in by nobody there.`)
  const effects = merged(asHerPart(from, into, introduced.address), into, facts)
  if (effects.effects === 'refused') return effects
  const isOpen = effects.changes.some((one) => one.changes.some(({ change }) => change === 'needs-person'))
  if (isOpen) return refused(`${from.ref} was not merged into ${into.ref}: what the two say differs.`)
  const answered = maybeAnswered(from, into, introduced.address, facts)
  return {
    ...effects,
    changes: [...inCase(into, ...lets), ...effects.changes, ...answered.changes],
    also: [...effects.also, ...answered.tasks.map((task) => ({ also: 'close-task', task }) as const)],
    asks: [
      {
        ...{ wish: 'ask-human', sort: 'account', caseId: into.id, once: QUESTIONS.joined(from.ref) },
        sentence: `${introduced.by} introduces ${inWords(introduced)} in ${into.ref}: "${introduced.quote}". What they wrote before, in ${from.ref}, was merged into ${into.ref}. Write "undo ${facts.number}" if it does not belong there.`,
      },
    ],
  }
}

/** Named without an address, they are let in now that the address is known. */
function letIn({ introduced }: Required<MergeAct>, into: CaseFile, { now }: OrderFacts): readonly CaseChange[] {
  return introducing([introduced], into, { id: introduced.messageId, receivedAt: now })
}

/**
 * As if it had come to the case of her client from the first: her doubtful authority is what the introduction gives, and
 * whoever is written to stays who it was.
 */
function asHerPart(from: CaseFile, into: CaseFile, address: string): CaseFile {
  const { 'sender-authority': authority, 'notice-contact': contact, 'legal-name': name, ...items } = from.items
  const isHers = contact?.proof.attachment === null && (contact.value ?? '').toLowerCase().includes(address)
  const isSpelledElse = isSameName(name, into.items['legal-name'])
  const isAnswered = from.needsPerson === NOT_UNDERSTOOD || from.needsPerson?.endsWith(noPart(address)) === true
  return {
    ...from,
    needsPerson: isAnswered ? null : from.needsPerson,
    items: {
      ...items,
      ...(authority?.state === 'met' ? { 'sender-authority': authority } : {}),
      ...(contact === undefined || isHers ? {} : { 'notice-contact': contact }),
      ...(name === undefined || isSpelledElse ? {} : { 'legal-name': name }),
    },
  }
}

function isSameName(one: Item | undefined, other: Item | undefined): boolean {
  return one?.value != null && other?.value != null && isSameEntity(one.value, other.value)
}

/** Her papers may have been for the case, and are in it now. */
function maybeAnswered(from: CaseFile, into: CaseFile, address: string, { mails, tasks }: OrderFacts) {
  const hers = (mails.get(from.ref) ?? []).map(({ id }) => id)
  const isAnswered = ({ open, once, messageId }: TaskView) =>
    open && once === QUESTIONS.maybe(into.ref) && hers.includes(messageId ?? 0)
  const waits = into.needsPerson === maybeWords(address, from.ref)
  return {
    tasks: [...tasks.values()].filter(isAnswered).map(({ id }) => id),
    changes: waits ? inCase(into, { change: 'person-done' }) : [],
  }
}

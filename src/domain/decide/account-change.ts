/** A change of name, contact, notice address or account (T15): believed only once it is confirmed by another way. */
import type { Wish } from '../decision.ts'
import type { Understanding } from '../understanding.ts'
import { doubtOf } from './asked-of-person.ts'
import { ask, type Seen, senderOf } from './seen.ts'

export function changesAccount({ abstained, intents }: Understanding): boolean {
  return !abstained && intents.some(({ intent }) => intent === 'account-change')
}

/** Whoever leaves tells of a change of contact, and a question of its own names it. */
export function accountQuestion(seen: Seen): readonly Wish[] {
  const { understanding } = seen.arrived
  if (!changesAccount(understanding) || seen.matter?.matter === 'departure') return []
  return [
    ask(
      seen,
      'account',
      `${senderOf(seen)} tells of a change of name, contact, notice address or account in ${seen.home.lead.ref}: confirm it by another way before anything is changed.${doubtOf(understanding)}`,
    ),
  ]
}

/** Day 0 of the negotiation: the actual receipt, or the one that the parties agreed on (domain 4.2). */
import { type Day, daysBetween } from '../calendar/day.ts'
import type { ClockFacts, Extension } from './facts.ts'

export interface Receipt {
  readonly day: Day
  /** How it came about, extension by extension. */
  readonly lines: readonly string[]
}

export function receiptOf(facts: ClockFacts): Receipt {
  const inForce = extensionInForce(facts.extensions)
  const day = inForce?.deemedReceipt ?? facts.received
  const how = inForce === null ? 'actual receipt' : 'deemed receipt, agreed by the parties'
  const actual = inForce === null ? [] : [`actual receipt ${facts.received}`]
  return { day, lines: [...actual, ...history(facts.extensions, inForce), `receipt ${day} is day 0 (${how})`] }
}

/** The extension agreed last among those that a person confirmed; of two of one day the one recorded later. */
export function extensionInForce(extensions: readonly Extension[]): Extension | null {
  return extensions.filter(isConfirmed).reduce<Extension | null>(laterAgreed, null)
}

function laterAgreed(last: Extension | null, next: Extension): Extension {
  return last !== null && daysBetween(last.agreedOn, next.agreedOn) < 0 ? last : next
}

function isConfirmed(extension: Extension): boolean {
  return extension.confirmedBy.trim() !== ''
}

function history(extensions: readonly Extension[], inForce: Extension | null): readonly string[] {
  return extensions.map((extension) => {
    const agreed = `extension agreed ${extension.agreedOn}: receipt deemed ${extension.deemedReceipt}`
    return `${agreed}, ${standing(extension, inForce)} (${extension.why})`
  })
}

function standing(extension: Extension, inForce: Extension | null): string {
  if (!isConfirmed(extension)) return 'confirmed by nobody, moves nothing'
  const by = `confirmed by ${extension.confirmedBy.trim()}`
  return extension === inForce ? `${by}, in force` : `${by}, replaced`
}

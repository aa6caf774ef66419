/** Case files and mails for tests of the casework: ordinary ones, changed where a test says so. */
import { applyAll } from '../../src/domain/casework/apply.ts'
import type { CaseFile, Item, Proof } from '../../src/domain/casework/case-file.ts'
import type { CaseChange } from '../../src/domain/casework/change.ts'
import type { ItemId } from '../../src/domain/casework/items.ts'
import type { ProvingMail } from '../../src/domain/casework/proofs.ts'
import { TERRITORIES, type Territory } from '../../src/domain/territories.ts'
import type { Understanding } from '../../src/domain/understanding.ts'
import { anUnderstanding, NOW } from './arrivals.ts'
import { blankCase } from './blank-case.ts'
import { aMail, type MailSketch } from './mail-builder.ts'

export const DAY = 24 * 3_600_000

/** A fresh request for Colorado from Acme Fiber of which nothing is proved so far. */
export function aFile(change: Partial<CaseFile> = {}): CaseFile {
  return { ...blankCase(NOW), ...change }
}

export function aProof(change: Partial<Proof> = {}): Proof {
  return { messageId: 1, attachment: null, page: null, quote: 'as it says', by: 'system', ...change }
}

export function anItem(change: Partial<Item> = {}): Item {
  return { state: 'met', at: NOW, value: null, problem: null, proof: aProof(), ...change }
}

/** Items that are in, each a day after the one before. */
export function having(file: CaseFile, ...items: readonly ItemId[]): CaseFile {
  const count = Object.keys(file.items).length
  const entries = items.map((item, at) => [item, anItem({ at: NOW + (count + at) * DAY })] as const)
  return { ...file, items: { ...file.items, ...Object.fromEntries(entries) } }
}

export function withProblem(file: CaseFile, item: ItemId, problem = 'it does not do'): CaseFile {
  return { ...file, items: { ...file.items, [item]: anItem({ state: 'problem', problem }) } }
}

/** Mail 4711 of a person, with what was understood of it. */
export function aProvingMail(sketch: MailSketch, understood: Partial<Understanding> = {}): ProvingMail {
  const mail = aMail({ subject: 'Interconnection', ...sketch })
  const documents = mail.attachments.map(() => 'other' as const)
  const base = { company: null, states: [], agreement: null, path: null, intents: [], documents }
  return { id: 4711, receivedAt: NOW, mail, understanding: anUnderstanding({ ...base, ...understood }) }
}

/** Changes in the fewest words. */
export function inShort(changes: readonly CaseChange[]): readonly string[] {
  return changes.map((change) => {
    switch (change.change) {
      case 'item-met':
        return `${change.item}${change.value === null ? '' : ` = ${change.value}`}`
      case 'item-problem':
        return `${change.item} ! ${change.problem}`
      case 'route-chosen':
        return `way ${change.route}${change.doubtful ? '?' : ''}`
      case 'facts-learned': {
        const { change: _word, ...facts } = change
        return `learns ${Object.entries(facts)
          .map(([name, value]) => `${name} ${value}`)
          .join(', ')}`
      }
      case 'needs-person':
        return `person: ${change.why}`
      case 'closed':
        return `closed: ${change.reason}`
      default:
        return change.change
    }
  })
}

export function after(file: CaseFile, changes: readonly CaseChange[]): CaseFile {
  return applyAll(file, changes)
}

const QC = ['AZ', 'CO', 'ID', 'IA', 'MN', 'MT', 'NE', 'NM', 'ND', 'OR', 'SD', 'UT', 'WA', 'WY']
const SOLD = [
  'AL',
  'AR',
  'GA',
  'IL',
  'IN',
  'KS',
  'LA',
  'MI',
  'MS',
  'MO',
  'NJ',
  'NC',
  'OH',
  'OK',
  'PA',
  'SC',
  'TN',
  'TX',
  'VA',
  'WI',
]

/** The carrier's states as of October 2022 (domain 5.2). */
export const FOOTPRINT = {
  territory: (state: string): Territory => {
    if (QC.includes(state)) return 'qc'
    if (state === 'FL' || state === 'NV') return 'kept'
    return SOLD.includes(state) ? 'sold' : (TERRITORIES.at(-1) ?? 'none')
  },
}

/** How something is ordered, in the words of whoever orders: those of a mail, or a command line. */
import type { ItemId } from '../casework/items.ts'
import { itemWord } from './item-words.ts'

/** Where an order was given, and its answer is read. */
export type Speech = 'mail' | 'terminal'

/** What a sentence of ours advises. What only the person knows stands for itself. */
export type Advice =
  | { readonly to: 'reopen'; readonly ref: string }
  | { readonly to: 'merge'; readonly ref: string; readonly into: string }
  | { readonly to: 'merge-into-another'; readonly ref: string }
  | { readonly to: 'untick'; readonly ref: string; readonly item: ItemId }
  | { readonly to: 'choose-route'; readonly ref: string }
  | { readonly to: 'name-state'; readonly ref: string }
  | { readonly to: 'name-company'; readonly ref: string }
  | { readonly to: 'set-end'; readonly ref: string }
  | { readonly to: 'ask'; readonly ref: string }

/** `write "CLEC-2026-00042 reopen"` or `run "intagree reopen CLEC-2026-00042"`. */
export function howTo(advice: Advice, speech: Speech): string {
  return speech === 'mail' ? `write ${inMail(advice)}` : `run "intagree ${atTerminal(advice)}"`
}

function inMail(advice: Advice): string {
  switch (advice.to) {
    case 'reopen':
      return `"${advice.ref} reopen"`
    case 'merge':
      return `"${advice.ref} merge into ${advice.into}"`
    case 'merge-into-another':
      return '"merge into" and the other case'
    case 'untick':
      return `"untick ${itemWord(advice.item)}"`
    case 'choose-route':
      return '"route negotiate", or another way'
    case 'name-state':
      return '"state: CO"'
    case 'name-company':
      return `"${advice.ref} company:" and its legal name`
    case 'set-end':
      return `"${advice.ref} ends 2028-05-01"`
    case 'ask':
      return `"${advice.ref} ask for what is missing"`
  }
}

function atTerminal(advice: Advice): string {
  switch (advice.to) {
    case 'reopen':
      return `reopen ${advice.ref}`
    case 'merge':
      return `merge ${advice.ref} ${advice.into}`
    case 'merge-into-another':
      return `merge ${advice.ref} OTHER`
    case 'untick':
      return `untick ${advice.ref} ${advice.item}`
    case 'choose-route':
      return `route ${advice.ref} WAY`
    case 'name-state':
      return `describe ${advice.ref} --state CO`
    case 'name-company':
      return `describe ${advice.ref} --company NAME`
    case 'set-end':
      return `tick ${advice.ref} agreement-end --value 2028-05-01`
    case 'ask':
      return `ask ${advice.ref}`
  }
}

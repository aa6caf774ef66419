/** What happened to a case, a sentence for each. */
import { ORDERED } from '../casework/case-file.ts'
import type { CaseEvent, TimelineEntry, When } from './event.ts'
import { after, itemIn, itemsIn, listIn, momentIn, namedIn, proofIn, textOf, within, words } from './fields.ts'

export type Sentences<Event extends string> = Readonly<Record<Event, (entry: TimelineEntry, when: When) => string>>

const HEAD = {
  company: 'company',
  state: 'state',
  family: 'our company',
  agreement: 'agreement',
  route: 'way',
  intent: 'matter',
  carrierType: 'carrier',
} as const

export const CASE_SENTENCES: Sentences<CaseEvent> = {
  'case-opened': ({ detail }) =>
    `case opened${after(' for ', namedIn(detail, HEAD))}${after(' out of ', textOf(detail, 'outOf'))}`,
  'item-met': ({ detail }) => {
    const on = within(detail, 'on')
    const day = after(' on ', textOf(on, 'day'))
    const end = after(', holds until ', textOf(within(detail, 'until'), 'day'))
    return `${itemIn(detail)} ticked${day}${end}${after(': ', textOf(detail, 'value'))}${proofIn(detail)}`
  },
  'item-waived': ({ detail }) => `${itemIn(detail)} waived${proofIn(detail)}`,
  'item-problem': ({ detail }) =>
    `${itemIn(detail)} does not do yet${after(': ', textOf(detail, 'problem'))}${proofIn(detail)}`,
  'item-opened': ({ detail }) => `${itemIn(detail)} opened again${after(': ', textOf(detail, 'why'))}`,
  'route-chosen': ({ detail }) =>
    `way to the agreement: ${textOf(detail, 'route')}${detail.doubtful === true ? ' (doubtful)' : ''}`,
  'request-received': ({ detail }, when) => `the request to negotiate came on ${momentIn(detail, 'at', when)}`,
  'facts-learned': ({ detail }) => `learned: ${namedIn(detail, { ...HEAD, clecId: 'CLEC number' })}`,
  corrected: ({ detail }) => `case corrected${after(': ', namedIn(detail, HEAD))}`,
  'negotiator-assigned': ({ detail }) => `given to ${textOf(detail, 'negotiator') || 'nobody'}`,
  'receipt-extended': ({ detail }) => {
    const extension = within(detail, 'extension')
    const by = after(', confirmed by ', textOf(extension, 'confirmedBy'))
    return `counts as received on ${textOf(extension, 'deemedReceipt')}${by}${after(': ', textOf(extension, 'why'))}`
  },
  asked: ({ detail }, when) => {
    const to = textOf(detail, 'to')
    const heard = momentIn(detail, 'heardAt', when)
    return heard === ''
      ? `${to} was asked for ${itemsIn(detail)}`
      : `${to} wrote on ${heard} and still owes ${itemsIn(detail)}`
  },
  'asked-again': ({ detail }) => `the next reminder asks again for ${itemsIn(detail)}`,
  reminded: () => 'reminder written',
  'chase-paused': ({ detail }, when) => {
    const rest = within(detail, 'rest')
    const why = textOf(rest, 'why')
    const by = after(why === ORDERED ? ', ordered by ' : ', as asked by ', textOf(rest, 'by'))
    return `no reminder before ${momentIn(detail, 'until', when)}${by}${why === ORDERED ? '' : after(': ', why)}`
  },
  'chase-resumed': () => 'reminders go on',
  'chase-stopped': ({ detail }) => `no more reminders${after(': ', textOf(detail, 'why'))}`,
  'staff-told': ({ detail }) => `staff was told: ${listIn(detail, 'marks').map(markWords).join(', ')}`,
  'needs-person': ({ detail }) => `a person has to look${after(': ', textOf(detail, 'why'))}`,
  'person-done': () => 'no person has to look any more',
  closed: ({ detail }) => `closed as ${words(textOf(detail, 'reason'))}${after(' into ', textOf(detail, 'into'))}`,
  reopened: () => 'opened again',
  'moved-to-request': ({ detail }) => `belongs to request ${textOf(detail, 'requestId')} now`,
  noted: ({ detail }) => `note: ${textOf(detail, 'text')}`,
}

/** A mark's key is made for comparing: `window-closes:2027-05-06:before-due:7`. */
function markWords(key: string): string {
  return key
    .split(/[/:]/)
    .map((part) => (/^[\d-]+$/.test(part) ? part : words(part)))
    .join(' ')
}

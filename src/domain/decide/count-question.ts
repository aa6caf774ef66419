/**
 * Their count of the days beside ours, for a person. To them goes the recorded receipt and nothing else: neither the days
 * of the window nor a word on their count (T3, T4).
 */
import { addDays, daysBetween, spoken } from '../calendar/day.ts'
import { dayIn } from '../calendar/zone.ts'
import type { CaseFile } from '../casework/case-file.ts'
import { receiptCount, type SaidCount } from '../casework/receipt-count.ts'
import { caseClocks } from '../casework/summary.ts'
import type { Clock } from '../clocks/clock.ts'
import type { Wish } from '../decision.ts'
import { listed } from '../orders/words.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import type { Move } from './home.ts'

interface Seen {
  readonly arrived: ArrivedMail
  readonly facts: Pick<ArrivalFacts, 'desk'>
  readonly moves: readonly Move[]
  readonly cases: readonly { readonly file: CaseFile }[]
}

/** A day that is only to be confirmed in the mail that opens a case stands in its acknowledgement: that asks nobody. */
export function counts({ arrived, facts, moves, cases }: Seen, sender: string): readonly Wish[] {
  const { timeZone } = facts.desk
  const count = receiptCount(arrived.mail, dayIn(arrived.receivedAt, timeZone))
  if (count === null) return []
  const counted = cases.flatMap(({ file }) => {
    const clocks = file.closed === null ? caseClocks(file, timeZone) : []
    const opens = clocks.find(({ id }) => id === 'window-opens')
    return opens === undefined ? [] : [{ file, clocks, opens }]
  })
  const [first] = counted
  if (first === undefined) return []
  const isOpening = moves.some(({ touched }) => touched.opens)
  const isOther = ({ clocks, opens }: Counted) =>
    count.said.some((said) => said.day !== null && said.day !== oursOf(said, clocks, opens))
  const isStated = count.said.some(({ day }) => day !== null)
  if (!counted.some(isOther) && !(count.asks && (isStated || !isOpening))) return []
  const quotes = listed([...new Set(count.said.map(({ quote }) => `"${quote}"`))])
  const asks = count.asks ? ' and asks us to confirm it' : ''
  const { ref, id } = first.file
  return [
    {
      ...{ wish: 'ask-human', sort: 'clock', caseId: id, once: keyOf(ref, count.said) },
      sentence: `${sender} ${isStated ? 'counts' : 'writes'} in ${listed(counted.map(({ file }) => file.ref))}: ${quotes}${asks}. ${bothCounts(count.said, counted)} Nothing was confirmed or denied to them; our mails say when theirs were received and name no day of the window. What is said of their count, a person says.`,
    },
  ]
}

interface Counted {
  readonly file: CaseFile
  readonly clocks: readonly Clock[]
  readonly opens: Clock
}

/** Cases that were received on different days have each their own. */
function bothCounts(said: readonly SaidCount[], counted: readonly Counted[]): string {
  const texts = counted.map(({ clocks, opens }) => {
    const compared = said.map((one) => beside(one, oursOf(one, clocks, opens)))
    return `${compared.join(' ')} Ours: ${derived(opens)}.`
  })
  const different = [...new Set(texts)]
  const refsOf = (text: string) => listed(counted.flatMap(({ file }, at) => (texts[at] === text ? [file.ref] : [])))
  return different.map((text) => (different.length === 1 ? text : `${refsOf(text)}: ${text}`)).join(' ')
}

/** The same said again is one question. */
function keyOf(ref: string, said: readonly SaidCount[]): string {
  return `count ${ref} ${said.map(({ count, day }) => `${count} ${day ?? ''}`.trim()).join(', ')}`
}

function oursOf({ count }: SaidCount, clocks: readonly Clock[], { startsOn }: Clock): string {
  if (count !== 'nine-months') return addDays(startsOn, count)
  return clocks.find(({ id }) => id === 'nine-months')?.due ?? startsOn
}

function beside({ count, day }: SaidCount, ours: string): string {
  const what = count === 0 ? 'receipt of the request' : count === 'nine-months' ? 'nine months' : `day ${count}`
  if (day === null) return `${capital(what)} by our record: ${spoken(ours)}.`
  const apart = daysBetween(ours, day)
  const days = Math.abs(apart) === 1 ? '1 day' : `${Math.abs(apart)} days`
  const how = apart === 0 ? 'the same as ours' : `ours is ${spoken(ours)}, ${days} ${apart > 0 ? 'earlier' : 'later'}`
  return `${capital(what)} by their count: ${spoken(day)}; ${how}.`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** From what day ours counts, and how that day came about. */
function derived({ derivation }: Clock): string {
  const zero = derivation.findIndex((line) => line.includes('is day 0'))
  return derivation.slice(0, zero + 2).join('; ')
}

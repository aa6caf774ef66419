/**
 * How sure is sure enough? Chosen on guesses about mails of unknown writers: a sharpness that makes shares mean what they
 * say, and per intent the share from which acting is right as often as asked.
 */
import { INTENTS, type Intent } from '../labels.ts'
import { machineShare } from '../understand/model/model.ts'
import type { Guess } from './cross-validate.ts'

export interface Calibration {
  readonly sharpness: number
  readonly actFrom: Readonly<Record<Intent, number>>
  readonly alsoFrom: number
  readonly machineFrom: number
  readonly doubtFrom: number
}

/** Shares above which nothing is ever refused, and below which nothing is acted on, however well it went. */
const LOWEST = 0.5
const HIGHEST = 0.995

/** People's mail for what they want; of machines' mail only how far it is from theirs. */
export function calibrate(all: readonly Guess[], precision: number): Calibration {
  const guesses = all.filter(({ lesson }) => lesson.isWhole && lesson.intents.length > 0)
  const sharpness = sharpnessOf(guesses)
  return {
    sharpness,
    actFrom: actFrom(mainGuesses(guesses, sharpness), precision),
    alsoFrom: alsoFrom(guesses),
    ...machineBars(all),
  }
}

/** No person's mail may be called a machine's; so many of a thousand whole ones may wait for somebody to look. */
const LOOKED_AT = 10

function machineBars(guesses: readonly Guess[]): Pick<Calibration, 'machineFrom' | 'doubtFrom'> {
  const people = guesses.filter(({ lesson }) => lesson.kind === 'human')
  const machineFrom = reachedBy(people, 0)
  const whole = people.filter(({ lesson }) => lesson.isWhole)
  return { machineFrom, doubtFrom: Math.min(machineFrom, reachedBy(whole, LOOKED_AT)) }
}

/** The share of machines that only so many of a thousand people reach; never so low that a coin decides. */
function reachedBy(people: readonly Guess[], perThousand: number): number {
  const sorted = people.map(({ shares }) => machineShare(shares)).sort((a, b) => b - a)
  const bar = sorted[Math.floor((people.length * perThousand) / 1000)] ?? 0.5
  return Math.min(1, Math.ceil(1000 * Math.max(bar, LOWEST_BAR) + 1) / 1000)
}

const LOWEST_BAR = 0.25

interface MainGuess {
  readonly intent: Intent
  readonly share: number
  readonly isRight: boolean
}

export function mainGuesses(guesses: readonly Guess[], sharpness: number): readonly MainGuess[] {
  return guesses.map(({ lesson, shares }) => {
    const stretched = stretch(shares.main, sharpness)
    const share = Math.max(...stretched)
    const intent = INTENTS[stretched.indexOf(share)] as Intent
    return { intent, share, isRight: intent === lesson.intents[0] }
  })
}

/** Temperature scaling (Guo 2017): the one number with which the right answers are least surprising. */
function sharpnessOf(guesses: readonly Guess[]): number {
  if (guesses.length === 0) return 1
  const tried = Array.from({ length: 40 }, (_, step) => 0.1 + step * 0.05)
  const surprise = (sharpness: number) =>
    guesses.reduce((sum, { lesson, shares }) => {
      const right = stretch(shares.main, sharpness)[INTENTS.indexOf(lesson.intents[0] as Intent)] as number
      return sum - Math.log(Math.max(right, 1e-9))
    }, 0)
  return least(tried, surprise)
}

/** Shares with their odds raised to a power. */
export function stretch(shares: readonly number[], sharpness: number): readonly number[] {
  const grown = shares.map((share) => Math.max(share, 1e-12) ** sharpness)
  const sum = grown.reduce((total, one) => total + one, 0)
  return grown.map((one) => one / sum)
}

/**
 * Per intent the threshold with the most right answers, a wrong one costing as many right ones as keeps all that is
 * acted on as precise as asked. One price for all intents, so that a rare intent is not judged by three mails alone.
 */
function actFrom(guesses: readonly MainGuess[], precision: number): Record<Intent, number> {
  const prices = [0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 50, 70, 100, 200]
  for (const price of prices) {
    const thresholds = Object.fromEntries(
      INTENTS.map((intent) => [
        intent,
        bestThreshold(
          guesses.filter((one) => one.intent === intent),
          price,
        ),
      ]),
    ) as Record<Intent, number>
    const acted = guesses.filter((one) => one.share >= thresholds[one.intent])
    if (acted.filter((one) => one.isRight).length >= precision * acted.length) return thresholds
  }
  return Object.fromEntries(INTENTS.map((intent) => [intent, HIGHEST])) as Record<Intent, number>
}

/** What was never guessed was never seen to be right, and waits for a person. */
function bestThreshold(guesses: readonly MainGuess[], price: number): number {
  if (guesses.length === 0) return HIGHEST
  const sorted = [...guesses].sort((a, b) => b.share - a.share)
  let worth = 0
  let best = { worth: 0, count: 0 }
  sorted.forEach(({ isRight }, at) => {
    worth += isRight ? 1 : -price
    if (worth >= best.worth) best = { worth, count: at + 1 }
  })
  const last = sorted[best.count - 1]?.share ?? 1
  const next = sorted[best.count]?.share ?? 0
  return Math.round(1000 * Math.min(HIGHEST, Math.max(LOWEST, (last + next) / 2))) / 1000
}

/** The share with the best balance of further intents found and made up. */
function alsoFrom(guesses: readonly Guess[]): number {
  const tried = Array.from({ length: 15 }, (_, step) => 0.25 + step * 0.05)
  const mistakes = (from: number) =>
    guesses.reduce((sum, { lesson, shares }) => {
      const main = INTENTS[shares.main.indexOf(Math.max(...shares.main))]
      const wrong = INTENTS.filter((intent, at) => {
        if (intent === main || intent === 'unrelated') return false
        return (shares.also[at] as number) >= from !== lesson.intents.includes(intent)
      })
      return sum + wrong.length
    }, 0)
  return least(tried, mistakes)
}

function least(values: readonly number[], cost: (value: number) => number): number {
  return values.map((value) => ({ value, cost: cost(value) })).reduce((a, b) => (b.cost < a.cost ? b : a)).value
}

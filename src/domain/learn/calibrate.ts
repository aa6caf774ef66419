/**
 * How sure is sure enough? Chosen on guesses about mails of unknown writers: a sharpness that makes shares mean what they
 * say, and per intent the share from which acting is right as often as asked.
 */
import { INTENTS, type Intent } from '../labels.ts'
import { machineShare } from '../understand/model/model.ts'
import { barsOf, type MainGuess } from './bars.ts'
import type { Guess } from './cross-validate.ts'

export interface Calibration {
  readonly sharpness: number
  readonly actFrom: Readonly<Record<Intent, number>>
  readonly alsoFrom: number
  readonly machineFrom: number
  readonly doubtFrom: number
}

/** What people want is judged on their mail as it comes; who wrote a mail, on all of it, however hard it was made. */
export function calibrate(all: readonly Guess[], precision: number): Calibration {
  const guesses = all.filter(isPersonsAsItComes)
  const sharpness = sharpnessOf(guesses)
  return {
    sharpness,
    actFrom: barsOf(mainGuesses(guesses, sharpness), precision),
    alsoFrom: alsoFrom(guesses),
    ...machineBars(all),
  }
}

/**
 * Of a thousand people so many may be called a machine's, and so many of a thousand whole mails of theirs may wait for
 * somebody to look. With four thousand known people that is one: a single oddity keeps no machine in doubt.
 */
const MISTAKEN = 0.25
const LOOKED_AT = 16

function machineBars(guesses: readonly Guess[]): Pick<Calibration, 'machineFrom' | 'doubtFrom'> {
  const people = guesses.filter(({ lesson }) => lesson.kind === 'human')
  const machineFrom = beyond(barAbove(people, shareOf(people, MISTAKEN)))
  const whole = people.filter(({ lesson }) => lesson.isWhole)
  return { machineFrom, doubtFrom: Math.min(machineFrom, barAbove(whole, shareOf(whole, LOOKED_AT))) }
}

function shareOf(people: readonly Guess[], perThousand: number): number {
  return Math.floor((people.length * perThousand) / 1000)
}

/** The share of machines that only so many people reach; never so low that a coin decides. */
function barAbove(people: readonly Guess[], allowed: number): number {
  const sorted = people.map(({ shares }) => machineShare(shares)).sort((a, b) => b - a)
  const bar = sorted[allowed] ?? 0.5
  return Math.min(1, Math.ceil(1000 * Math.max(bar, LOWEST_BAR) + 1) / 1000)
}

const LOWEST_BAR = 0.25

/** The oddest person whom we know is not the oddest there is: a third of what lies above the bar is kept clear as well. */
function beyond(bar: number): number {
  return Math.ceil(1000 * (bar + (1 - bar) / 3)) / 1000
}

/** A whole mail of a person, of a mix as mailboxes see it: only there does a share mean how often it is right. */
export function isPersonsAsItComes({ lesson }: Guess): boolean {
  return lesson.isWhole && !lesson.isMadeHard && lesson.intents.length > 0
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

/** The share with the best balance of further intents found and made up; of equals the highest, which makes up least. */
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
  return least([...tried].reverse(), mistakes)
}

function least(values: readonly number[], cost: (value: number) => number): number {
  return values.map((value) => ({ value, cost: cost(value) })).reduce((a, b) => (b.cost < a.cost ? b : a)).value
}

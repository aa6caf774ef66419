/**
 * How sure is sure enough? Chosen on guesses about mails of unknown writers: a sharpness that makes shares mean what they
 * say, and per intent the share from which acting is right as often as asked.
 */
import { INTENTS, type Intent } from '../labels.ts'
import { worthOf } from '../understand/model/acting.ts'
import { bringsMatter, machineShare } from '../understand/model/model.ts'
import { stretch } from '../understand/model/softmax.ts'
import { barsOf, type MainGuess } from './bars.ts'
import type { Guess } from './cross-validate.ts'

export interface Calibration {
  readonly sharpness: number
  readonly actFrom: Readonly<Record<Intent, number>>
  readonly alsoFrom: number
  readonly machineFrom: number
  readonly idleMachineFrom: number
  readonly doubtFrom: number
}

/** What people want is judged on their mail as it comes; who wrote a mail, on all of it, however hard it was made. */
export function calibrate(all: readonly Guess[], precision: number): Calibration {
  const guesses = all.filter(isPersonsAsItComes)
  const sharpness = sharpnessOf(guesses)
  return {
    sharpness,
    // What answers without a paper are worth less than they say comes on top: no other bar is lowered for it.
    actFrom: barsOf(mainGuesses(guesses, sharpness), precision),
    alsoFrom: alsoFrom(guesses),
    ...machineBars(all, sharpness),
  }
}

/**
 * Of a thousand people with a matter of the desk so many may be called a machine's: a few oddities keep no machine in
 * doubt. Whoever invites the neighbours to a fish fry has less to lose. Most of both were written to be mistaken: of mails
 * written as they come hardly one reaches the bars. Of a thousand of those so many may wait for a look.
 */
const MISTAKEN = 1
const MISTAKEN_IDLE = 8
const LOOKED_AT = 6

function machineBars(
  guesses: readonly Guess[],
  sharpness: number,
): Pick<Calibration, 'machineFrom' | 'idleMachineFrom' | 'doubtFrom'> {
  const people = guesses.filter(({ lesson }) => lesson.kind === 'human')
  const brings = mainGuesses(people, sharpness).map(({ intent, share }) => bringsMatter({ answer: intent, share }))
  const [asking, idle] = [people.filter((_, at) => brings[at]), people.filter((_, at) => !brings[at])]
  const machineFrom = barAbove(asking, shareOf(asking, MISTAKEN), LOWEST_SURE)
  const idleBar = idle.length === 0 ? machineFrom : barAbove(idle, shareOf(idle, MISTAKEN_IDLE), LOWEST_SURE)
  const idleMachineFrom = Math.min(machineFrom, idleBar)
  const natural = people.filter(isPersonsAsItComes)
  const doubtFrom = Math.min(idleMachineFrom, barAbove(natural, shareOf(natural, LOOKED_AT), LOWEST_DOUBT))
  return { machineFrom, idleMachineFrom, doubtFrom }
}

function shareOf(people: readonly Guess[], perThousand: number): number {
  return Math.floor((people.length * perThousand) / 1000)
}

/** The share of machines that only so many people reach, and no lower than `lowest`. */
function barAbove(people: readonly Guess[], allowed: number, lowest: number): number {
  const sorted = people.map(({ shares }) => machineShare(shares)).sort((a, b) => b - a)
  const bar = sorted[allowed] ?? 0.5
  return Math.min(1, Math.ceil(1000 * Math.max(bar, lowest) + 1) / 1000)
}

/** Below a half no machine is likelier than a person. */
const LOWEST_SURE = 0.5
const LOWEST_DOUBT = 0.25

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

/** The same with what each share is worth when it is asked whether to act. */
export function actingGuesses(guesses: readonly Guess[], sharpness: number): readonly MainGuess[] {
  return mainGuesses(guesses, sharpness).map((one, at) => ({
    ...one,
    share: worthOf(one.share, guesses[at]?.lesson.features ?? []),
  }))
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

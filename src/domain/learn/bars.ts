/**
 * Per intent the share from which it is acted on. A bar of its own for each intent would be set by the few mails next to
 * it and hold for those alone; so one curve says how often a share is right, each intent may lie a little above or below
 * it as far as its own mails show, and all bars stand where that curve reaches the same height.
 */
import { INTENTS, type Intent } from '../labels.ts'
import { fitCurve } from './curve.ts'

export interface MainGuess {
  readonly intent: Intent
  readonly share: number
  readonly isRight: boolean
}

/** Shares above which nothing is ever refused, and below which nothing is acted on, however well it went. */
const LOWEST = 0.5
const HIGHEST = 0.995
/**
 * Nobody looks again at what is put aside: that has to be surer than the mails next to the bar can show, and surest where
 * its writer is not even told where else to go.
 */
const LOWEST_ASIDE: Readonly<Partial<Record<Intent, number>>> = { unrelated: 0.9, 'other-department': 0.85 }
/** Where every mail is right, the odds would have no end. */
const SUREST = 0.9995

/** How many mails it takes to move the curve, and one intent off it: the curve starts where shares mean what they say. */
const STIFFNESS = { all: 1, one: 0.3 }

export function barsOf(guesses: readonly MainGuess[], precision: number): Record<Intent, number> {
  const at = (intent: Intent) => INTENTS.indexOf(intent)
  const rows = guesses.map(({ intent, share, isRight }) => ({ x: logit(share), group: at(intent), isRight }))
  const { level, slope, offsets } = fitCurve(rows, INTENTS.length, STIFFNESS)
  const height = ({ intent, share }: MainGuess) => level + slope * logit(share) + (offsets[at(intent)] as number)
  const bar = lowestBar(
    guesses.filter(({ share }) => share >= LOWEST).map((one) => ({ height: height(one), isRight: one.isRight })),
    precision,
  )
  const guessed = new Set(guesses.map(({ intent }) => intent))
  return Object.fromEntries(
    INTENTS.map((intent) => {
      // What was never guessed was never seen to be right, and waits for a person.
      if (bar === null || !guessed.has(intent)) return [intent, HIGHEST]
      const share = chance((bar - level - (offsets[at(intent)] as number)) / slope)
      return [intent, Math.round(1000 * Math.min(HIGHEST, Math.max(lowestOf(intent), share))) / 1000]
    }),
  ) as Record<Intent, number>
}

function lowestOf(intent: Intent): number {
  return LOWEST_ASIDE[intent] ?? LOWEST
}

interface Height {
  readonly height: number
  readonly isRight: boolean
}

/**
 * The lowest height above which few enough are wrong: those that were, and half of those and of what the curve expects.
 * Luck alone, on a few hundred mails, would lower the bar too far.
 */
function lowestBar(heights: readonly Height[], precision: number): number | null {
  const sorted = [...heights].sort((a, b) => b.height - a.height)
  let [wrong, expected] = [0, 0]
  let bar: number | null = null
  sorted.forEach(({ height, isRight }, at) => {
    wrong += isRight ? 0 : 1
    expected += 1 - chance(height)
    const allowed = (1 - precision) * (at + 1)
    if (wrong > allowed || (wrong + expected) / 2 > allowed) return
    // Below the last one nothing was seen: there the curve alone says what is right often enough.
    const next = sorted[at + 1]
    bar = next === undefined ? Math.min(height, logit(precision)) : (height + next.height) / 2
  })
  return bar
}

function logit(share: number): number {
  const kept = Math.min(SUREST, Math.max(1 - SUREST, share))
  return Math.log(kept / (1 - kept))
}

function chance(height: number): number {
  return 1 / (1 + Math.exp(-height))
}

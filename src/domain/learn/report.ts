/** How good a model is on mails of writers whom it did not know. */
import { INTENTS, type Intent } from '../labels.ts'
import { machineBar, machineShare, QUESTIONS } from '../understand/model/model.ts'
import { stretch } from '../understand/model/softmax.ts'
import type { MainGuess } from './bars.ts'
import { actingGuesses, type Calibration, isPersonsAsItComes, mainGuesses } from './calibrate.ts'
import type { Guess } from './cross-validate.ts'

export interface IntentFigures {
  readonly intent: Intent
  /** Mails with this main intent. */
  readonly mails: number
  /** Of those called so, the share that is right; of those that are, the share that was found. Abstained or not. */
  readonly precision: number | null
  readonly recall: number | null
  /** The same for what is acted on. */
  readonly actedPrecision: number | null
  readonly actFrom: number
}

/** How some mails are acted on. */
export interface Acting {
  readonly mails: number
  /** Share of mails with the right main intent, abstained or not. */
  readonly mainRight: number
  /** Share of mails that the system acts on, and the share of those that is right. */
  readonly coverage: number
  readonly actedRight: number
}

export interface Report extends Acting {
  readonly writers: number
  /** Micro-averaged F1 over all intents of all mails, abstained or not. */
  readonly microF1: number
  /** The same of the mails that were made to be mistaken, which count nowhere else. */
  readonly madeHard: Acting
  readonly agreementRight: number
  readonly pathRight: number
  /** Share of machines' mail that the model alone, without the signs' verdict, finds; and of people's mail that it keeps. */
  readonly machinesFound: number
  readonly peopleKept: number
  readonly intents: readonly IntentFigures[]
  /** confusion[is][called] */
  readonly confusion: readonly (readonly number[])[]
}

/** What a mail is judged by: thresholds that it had no part in. */
export type JudgedBy = (guess: Guess) => Calibration

/**
 * Whole mails of people as they come, and apart from them those that were made hard; of all mails how well the model by
 * itself tells machines from people. What is acted on is told by `judgedBy`: thresholds flatter themselves on the mails
 * that they were chosen on.
 */
export function reportOf(
  all: readonly Guess[],
  calibration: Calibration,
  judgedBy: JudgedBy = () => calibration,
): Report {
  const guesses = all.filter(isPersonsAsItComes)
  const { mains, acted, ...acting } = actingOn(guesses, calibration, judgedBy)
  const hard = all.filter(({ lesson }) => lesson.isWhole && lesson.isMadeHard && lesson.intents.length > 0)
  const confusion = INTENTS.map((is) =>
    INTENTS.map(
      (called) => guesses.filter(({ lesson }, at) => lesson.intents[0] === is && mains[at]?.intent === called).length,
    ),
  )
  const requests = guesses.filter(({ lesson }) => lesson.intents.includes('agreement-request'))
  return {
    writers: new Set(guesses.map(({ lesson }) => lesson.writer)).size,
    ...acting,
    madeHard: withoutGuesses(actingOn(hard, calibration, judgedBy)),
    microF1: microF1(guesses, calibration),
    agreementRight: share(requests, (guess) => top(guess, 'agreement') === (guess.lesson.agreement ?? 'none')) ?? 0,
    pathRight: share(requests, (guess) => top(guess, 'path') === (guess.lesson.path ?? 'none')) ?? 0,
    machinesFound: share(all.filter(isMachine), (guess) => isTakenForMachines(guess, calibration)) ?? 0,
    peopleKept:
      share(
        all.filter((one) => !isMachine(one)),
        (guess) => !isTakenForMachines(guess, calibration),
      ) ?? 0,
    intents: INTENTS.map((intent, at) => ({
      intent,
      mails: guesses.filter(({ lesson }) => lesson.intents[0] === intent).length,
      precision: share(
        mains.filter((one) => one.intent === intent),
        (one) => one.isRight,
      ),
      recall: ratio(
        confusion[at]?.[at] ?? 0,
        (confusion[at] ?? []).reduce((sum, count) => sum + count, 0),
      ),
      actedPrecision: share(
        acted.filter((one) => one.intent === intent),
        (one) => one.isRight,
      ),
      actFrom: calibration.actFrom[intent],
    })),
    confusion,
  }
}

function isTakenForMachines(guess: Guess, calibration: Calibration): boolean {
  const { intent, share } = mainGuesses([guess], calibration.sharpness)[0] as MainGuess
  return machineShare(guess.shares) >= machineBar(calibration, { answer: intent, share })
}

interface ActingOn extends Acting {
  readonly mains: readonly MainGuess[]
  readonly acted: readonly MainGuess[]
}

function actingOn(guesses: readonly Guess[], { sharpness }: Calibration, judgedBy: JudgedBy): ActingOn {
  const mains = mainGuesses(guesses, sharpness)
  const acted = mains.filter((_, at) => isActedOn(guesses[at] as Guess, judgedBy))
  return {
    mails: guesses.length,
    mainRight: share(mains, (one) => one.isRight) ?? 0,
    coverage: guesses.length === 0 ? 0 : acted.length / guesses.length,
    actedRight: share(acted, (one) => one.isRight) ?? 0,
    mains,
    acted,
  }
}

function isActedOn(guess: Guess, judgedBy: JudgedBy): boolean {
  const judge = judgedBy(guess)
  return actingGuesses([guess], judge.sharpness).some(({ intent, share }) => share >= judge.actFrom[intent])
}

function withoutGuesses({ mails, mainRight, coverage, actedRight }: ActingOn): Acting {
  return { mails, mainRight, coverage, actedRight }
}

/** The intents that a guess amounts to: the main one, and further ones that are likely enough. */
export function intentsIn({ shares }: Guess, { sharpness, alsoFrom }: Calibration): readonly Intent[] {
  const main = stretch(shares.main, sharpness)
  const first = INTENTS[main.indexOf(Math.max(...main))] as Intent
  if (first === 'unrelated') return [first]
  const further = INTENTS.filter(
    (intent, at) => intent !== first && intent !== 'unrelated' && (shares.also[at] as number) >= alsoFrom,
  )
  return [first, ...further]
}

function microF1(guesses: readonly Guess[], calibration: Calibration): number {
  let [found, called, are] = [0, 0, 0]
  for (const guess of guesses) {
    const intents = intentsIn(guess, calibration)
    found += intents.filter((intent) => guess.lesson.intents.includes(intent)).length
    called += intents.length
    are += guess.lesson.intents.length
  }
  return called + are === 0 ? 0 : (2 * found) / (called + are)
}

function top({ shares }: Guess, question: 'agreement' | 'path'): string | undefined {
  return QUESTIONS[question][shares[question].indexOf(Math.max(...shares[question]))]
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number | null {
  return ratio(all.filter(is).length, all.length)
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function isMachine({ lesson }: Guess): boolean {
  return lesson.kind !== 'human'
}

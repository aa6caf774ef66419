/** Lessons and guesses for tests of learning: a mail is what it shows, a guess is what it is called and how surely. */
import { INTENTS, type Intent, KINDS, type Kind } from '../../src/domain/labels.ts'
import type { Guess } from '../../src/domain/learn/cross-validate.ts'
import type { Lesson } from '../../src/domain/learn/example.ts'
import { QUESTIONS, type Shares } from '../../src/domain/understand/model/model.ts'

export interface LessonSketch extends Partial<Omit<Lesson, 'features'>> {
  /** Names of features, separated by blanks. */
  readonly shows?: string
}

let written = 0

/** A whole mail of a writer of its own who asks where a request stands, unless told otherwise. */
export function aLesson({ shows = '', ...change }: LessonSketch = {}): Lesson {
  written += 1
  const kind = change.kind ?? 'human'
  return {
    name: `mail ${written}`,
    writer: `writer ${written}`,
    features: shows
      .split(' ')
      .filter(Boolean)
      .map((name) => ({ name, value: 1, sentence: 0 })),
    clauses: [],
    kind,
    intents: kind === 'human' ? ['status-inquiry'] : [],
    agreement: null,
    path: null,
    states: [],
    isWhole: true,
    rulesKnowIt: false,
    isMadeHard: false,
    ...change,
  }
}

export interface GuessSketch extends LessonSketch {
  readonly called?: Intent
  /** How sure the guess is of it; the rest is shared by all other intents. */
  readonly share?: number
  /** Further intents and their shares. */
  readonly also?: Partial<Readonly<Record<Intent, number>>>
  readonly agreementCalled?: Shared<'agreement'>
  readonly pathCalled?: Shared<'path'>
  /** How sure the guess is that a machine wrote it. */
  readonly machine?: number
}

type Shared<Q extends keyof typeof QUESTIONS> = (typeof QUESTIONS)[Q][number]

export function aGuess(sketch: GuessSketch = {}): Guess {
  const { called, share = 0.9, also = {}, agreementCalled = 'none', pathCalled = 'none', machine = 0, ...told } = sketch
  const lesson = aLesson(told)
  return {
    lesson,
    shares: {
      main: shared(INTENTS, called ?? lesson.intents[0] ?? 'unrelated', share),
      also: INTENTS.map((intent) => also[intent] ?? 0),
      agreement: shared(QUESTIONS.agreement, agreementCalled, 0.8),
      path: shared(QUESTIONS.path, pathCalled, 0.8),
      kind: shared<Kind>(KINDS, 'human', 1 - machine),
    } satisfies Shares,
  }
}

/** So many guesses, each as its number tells. */
export function guesses(count: number, sketch: (at: number) => GuessSketch): readonly Guess[] {
  return Array.from({ length: count }, (_, at) => aGuess(sketch(at)))
}

function shared<Answer extends string>(answers: readonly Answer[], given: Answer, share: number): readonly number[] {
  return answers.map((answer) => (answer === given ? share : (1 - share) / (answers.length - 1)))
}

/** A second look at who wrote a mail: does it read like the machine mail that people labelled, or like a person's? */

import type { Evidence } from '../understanding.ts'
import type { Weighed } from './intents-by-odds.ts'
import { DOUBT, type KindFinding } from './kind/finding.ts'
import { speakingFor } from './model/model.ts'
import { evidence } from './quote.ts'
import { exceptionFor, type Judging, type SecondLook, secondLook } from './second-look.ts'

/** The finding of the signs, a doubt, or the word of the model: `second-look.ts` lists when which. */
export function kindByModel(first: KindFinding, weighed: Weighed, world: Judging): KindFinding {
  const look = secondLook(first, weighed, world)
  switch (exceptionFor(look)?.verdict) {
    case "a person's":
      return { kind: 'human', evidence: [] }
    case 'as the signs say':
      return first
    case 'doubt':
      return first.kind === 'human' ? maybeMachine(look) : doubted(first)
    case undefined:
      return { kind: look.answer, evidence: spoken(look, look.answer) }
  }
}

/** The same words, which say no more than that it may be one. */
function doubted(first: KindFinding): KindFinding {
  return { kind: 'human', evidence: first.evidence.map((one) => ({ ...one, for: DOUBT })) }
}

/** A person's, whom somebody looks at first. */
function maybeMachine(look: SecondLook): KindFinding {
  const { first, weighed } = look
  if (first.evidence.length > 0) return first
  const shown = spoken(look, DOUBT)
  // Also when no sentence can be shown: without this word nothing keeps a machine from answering.
  return { kind: 'human', evidence: shown.length > 0 ? shown : [evidence(DOUBT, 'subject', weighed.reading.subject)] }
}

/** The sentences that say most for a machine. */
function spoken({ weighed, world, answer }: SecondLook, what: string): readonly Evidence[] {
  const { features, reading } = weighed
  const told = speakingFor(world.model, features, 'kind', answer).slice(0, 2)
  return told.flatMap(({ sentence: at }) => {
    const sentence = reading.sentences[at]
    return sentence === undefined ? [] : [evidence(what, sentence.from, sentence.text)]
  })
}

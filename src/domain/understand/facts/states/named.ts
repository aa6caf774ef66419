/** Every place where a mail names a state. */
import type { Reading, Sentence } from '../../reading.ts'
import { stateCellsOf } from './cells.ts'
import { withoutLeftOut } from './left-out.ts'
import { type NamedState, type StateMention, stateMentionsIn } from './mentions.ts'
import { isAskedInRow } from './runs.ts'

export interface StatesNamed {
  /** In sentences, in the order of the mail; what the words behind a state rule out is ruled out. */
  readonly inText: readonly NamedState[]
  /** In tables and boxes. */
  readonly inCells: readonly StateMention[]
}

export function statesNamed(reading: Reading, company: string | null): StatesNamed {
  return { inText: inSentences(reading, company), inCells: stateCellsOf(reading, company) }
}

function inSentences({ sentences }: Reading, company: string | null): readonly NamedState[] {
  return sentences.flatMap((sentence, at) =>
    withoutLeftOut(
      stateMentionsIn(
        whole(sentence, sentences[at + 1]),
        { before: sentences[at - 1], isOfRow: isAskedInRow(sentences, at) },
        company,
      ),
      [sentences[at + 1], sentences[at + 2]],
    ),
  )
}

/** "South" at the end of a wrapped line and "Dakota" on the next. */
function whole(sentence: Sentence, next: Sentence | undefined): Sentence {
  if (next === undefined || !/\b(?:North|South|New|West|Rhode)$/.test(sentence.text)) return sentence
  return { ...sentence, text: `${sentence.text} ${next.text.split(' ', 1)[0] ?? ''}` }
}

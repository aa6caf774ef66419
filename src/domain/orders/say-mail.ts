/** "opt-in, not a request": what a mail really is. */
import type { Intent } from '../labels.ts'
import { intentNamed, intentWord } from './intent-words.ts'
import { itemNamed } from './item-words.ts'
import type { Reader, Saying } from './saying.ts'
import { listOf, quoted } from './words.ts'

const EXPRESS =
  /^(?:relabel(?:led)?(?: (?:it|this|that))?(?: (?:as|to))?:?|label(?: (?:it|this|that))?(?: as)?:?|(?:re)?classify(?: (?:it|this|that))?(?: as)?:?|(?:it |this |that )?should be|category:?|intent:?|(?:it |this |that )(?:means|wants)|what (?:it|it really) is:?)\s+(.+)$/i
const IS =
  /^(?:it's|it is|this is|that is|that's|is|really|actually|they want|he wants|she wants)\s+(?:(?:really|actually|just|only)\s+)?(.+)$/i
const NOT = /^(.+?)[,;]?\s+(?:and\s+)?(?:is |it's |it is )?(?:not|rather than|instead of)\s+(?:really\s+)?(.+)$/i

export const sayMail: Reader = (saying) => {
  const express = EXPRESS.exec(saying.words)?.[1]
  const is = IS.exec(saying.words)?.[1]
  const claim = express ?? is ?? saying.words
  const denied = NOT.exec(claim)
  const intents = intentsIn(denied?.[1] ?? claim)
  if (intents === null) return express === undefined ? null : { problem: unknownMatter(express) }
  const certain = express !== undefined || is !== undefined || isQuestion(saying)
  if (denied !== null && intentsIn(denied[2] ?? '') === null)
    return certain || !isShort(denied[2]) ? null : { problem: unknownMatter(denied[2] ?? '') }
  if (denied === null && !certain) return bare(saying)
  return relabel(saying, intents)
}

function relabel({ target }: Saying, intents: readonly Intent[]) {
  if (target === null) return { problem: 'say which mail: write the number of its line in front' }
  const messageId = target.kind === 'clock' ? null : (target.messageId ?? null)
  if (messageId !== null) return { acts: [{ act: 'relabel', messageId, intents } as const] }
  return {
    problem: 'that line stands for no mail: what a mail is can be said on the line of its question or its draft',
  }
}

/** The line asks what the mail wants: the bare word is the answer. */
function isQuestion({ target }: Saying): boolean {
  return target?.kind === 'task' && target.sort === 'understand'
}

/** A bare word that may be a matter, a route or a document is none of them. */
function bare({ words, target }: Saying) {
  const intent = intentNamed(words)
  if (target === null || intent === null || itemNamed(words).named === 'item') return null
  return {
    problem: `${quoted(words)} alone may be what the mail is, or the way to the agreement: write "it is a ${intentWord(intent)}", or "route" and the way`,
  }
}

function intentsIn(text: string): readonly Intent[] | null {
  const whole = intentNamed(text)
  if (whole !== null) return [whole]
  const pieces = listOf(text).map(intentNamed)
  if (pieces.length < 2 || !pieces.every((one) => one !== null)) return null
  return [...new Set(pieces)]
}

function isShort(text: string | undefined): boolean {
  return (text ?? '').split(' ').length <= 5
}

function unknownMatter(text: string): string {
  return `I know no matter ${quoted(text)}: write for example "it is a status inquiry", "opt-in inquiry", "agreement request" or "signed agreement"`
}

/** A short answer to a question of ours about states: "Both.", "South Dakota too, yes." */
import type { Reading } from '../../reading.ts'
import type { StateMention } from './mentions.ts'

/** "Both, please", "yes, all three": and nothing else is counted, as in "both signatures". */
const ALL_OF_THEM =
  /^\W*(?:yes,? ?)?(?:both|all (?:of them|two|three|four|five))(?: of them)?(?: please)?\s*(?:[.,;!-]|$)/i
/** "(b) Both." */
const ITEM = /^\W{0,3}([a-z]|\d{1,2})[.)] /i
/** "All but the last, please", and not "all but the last page is signed". */
const BUT_ONE =
  /^\W*(?:(?:yes|no|well|just|only),? )*(?:all|both|everything|each)(?: of them)? (?:but|except|save|minus|without) (?:for )?the (first|last)(?: one| state)?(?:,? please)?\s*(?:[.,;!]|$)/i
/** "Only the first two", "the latter". */
const ENDS =
  /^\W*(?:(?:yes|no|well|just|only),? )*the (first|last|former|latter)(?: (two|three|four))?(?: ones?| states?)?(?: only| please)?\s*(?:[.,;!]|$)/i
/** A question about states, and about something else that may be the first or the last. */
const ASKS_MORE =
  /\b(?:template|negotiat\w*|adopt\w*|pages?|forms?|certificates?|letters?|papers?|sign\w*|first|second)\b/i
const MANY: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
])
/** "Idaho too", "yes, Idaho as well". */
const ONE_MORE = /^\W*(?:yes,? ?)?(?:and |for |in )*(?:[A-Z]{2}|(?:North |South |New )?\p{L}+) (?:too|as well|also)\b/iu

/** The states of the question below that the answer says yes to; none where it is no such answer. */
export function answeredStates({ sentences }: Reading, mentions: readonly StateMention[]): readonly StateMention[] {
  const answer = sentences.find(({ place }) => place === 'newest')
  if (answer === undefined) return []
  const own = mentions.filter(({ sentence }) => sentence.place === 'newest')
  const asked = mentions.filter(({ sentence }) => sentence.place === 'quoted' && sentence.text.includes('?'))
  if (own.length === 0 && ALL_OF_THEM.test(answer.text)) return severalOf(asked)
  if (own.every(({ stance }) => stance === 'address' || stance === 'name')) {
    const some = itemAnswered(sentences, mentions) ?? pointedAt(answer.text, sentences, asked)
    if (some.length > 0) return some
  }
  const added = own.filter((one) => one.sentence === answer && one.stance !== 'refused')
  if (added.length !== 1 || !ONE_MORE.test(answer.text)) return []
  const out = own.filter(({ stance }) => stance === 'refused' || stance === 'elsewhere').map(({ code }) => code)
  const about = asked.filter(({ sentence }) =>
    asked.some((one) => one.sentence === sentence && one.code === added[0]?.code),
  )
  return severalOf(about.filter((one) => one.stance !== 'refused' && !out.includes(one.code)))
}

function severalOf(some: StateMention[]): StateMention[] {
  return new Set(some.map(({ code }) => code)).size > 1 ? some : []
}

/** "(b) Both." below "(b) whether the request covers Idaho alone or also Oregon". */
function itemAnswered(sentences: Reading['sentences'], mentions: readonly StateMention[]): StateMention[] | null {
  for (const { place, text } of sentences) {
    const [lead = '', item = ''] = (place === 'newest' ? ITEM.exec(text) : null) ?? []
    if (item === '' || !ALL_OF_THEM.test(text.slice(lead.length))) continue
    const asked = mentions.filter(
      ({ sentence }) =>
        sentence.place === 'quoted' && ITEM.exec(sentence.text)?.[1]?.toLowerCase() === item.toLowerCase(),
    )
    return severalOf(asked)
  }
  return null
}

/**
 * Those of a question's list that the answer points at by their place in it. "The latter" is of the last question, and of
 * whatever else that may ask.
 */
function pointedAt(
  answer: string,
  sentences: Reading['sentences'],
  asked: readonly StateMention[],
): readonly StateMention[] {
  const question = sentences.findLast(({ place, text }) => place === 'quoted' && text.includes('?'))
  if (question === undefined || ASKS_MORE.test(question.text)) return []
  const list = asked.filter(({ sentence }) => sentence === question)
  const [, dropped] = BUT_ONE.exec(answer) ?? []
  if (list.length < 2) return []
  if (dropped !== undefined) return isFront(dropped) ? list.slice(1) : list.slice(0, -1)
  const [, end, count = ''] = ENDS.exec(answer) ?? []
  const many = MANY.get(count.toLowerCase()) ?? 1
  if (end === undefined) return []
  return isFront(end) ? list.slice(0, many) : list.slice(-many)
}

function isFront(end: string): boolean {
  return /^(?:first|former)$/i.test(end)
}

/** A short answer to a question of ours about states: "Both.", "South Dakota too, yes." */
import type { Reading } from '../../reading.ts'
import type { StateMention } from './mentions.ts'

/** "Both, please", "yes, all three": and nothing else is counted, as in "both signatures". */
const ALL_OF_THEM =
  /^\W*(?:yes,? ?)?(?:both|all (?:of them|two|three|four|five))(?: of them)?(?: please)?\s*(?:[.,;!-]|$)/i
/** "Idaho too", "yes, Idaho as well". */
const ONE_MORE = /^\W*(?:yes,? ?)?(?:and |for |in )*(?:[A-Z]{2}|(?:North |South |New )?\p{L}+) (?:too|as well|also)\b/iu

/** The states of the question below that the answer says yes to; none where it is no such answer. */
export function answeredStates({ sentences }: Reading, mentions: readonly StateMention[]): StateMention[] {
  const answer = sentences.find(({ place }) => place === 'newest')
  if (answer === undefined) return []
  const own = mentions.filter(({ sentence }) => sentence.place === 'newest')
  const asked = mentions.filter(({ sentence }) => sentence.place === 'quoted' && sentence.text.includes('?'))
  if (own.length === 0 && ALL_OF_THEM.test(answer.text)) return severalOf(asked)
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

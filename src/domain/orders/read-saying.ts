/** One saying about one thing: whole, or as several orders joined by "and". */
import type { Act } from '../casework/act.ts'
import { spoken } from './politeness.ts'
import { sayEnds, sayNotApproved } from './say-agreement.ts'
import {
  sayAffiliate,
  sayClose,
  sayDescribe,
  sayExtend,
  sayGoesOn,
  sayMerge,
  sayNote,
  sayReopen,
  sayRoute,
  saySplit,
} from './say-case.ts'
import { sayDay } from './say-day.ts'
import { sayAssign, sayDone, sayDraft, sayUndo } from './say-draft.ts'
import { sayAsk, sayItems } from './say-items.ts'
import { sayMail } from './say-mail.ts'
import { sayRest } from './say-rest.ts'
import type { Reader, Said, Saying } from './saying.ts'

/** Where two could read the same words, the first that is sure of it; a problem is only told when nobody is. */
const READERS: readonly Reader[] = [
  ...[sayUndo, sayNote, sayExtend, sayDraft, sayDone, sayMerge, saySplit, sayAssign, sayReopen, sayGoesOn, sayDescribe],
  ...[sayRest, sayDay, sayAffiliate, sayRoute, sayMail, sayClose, sayAsk, sayNotApproved, sayEnds, sayItems],
]

export function readSaying(saying: Saying): Said {
  const whole = readWhole(saying)
  if (whole !== null && 'acts' in whole) return whole
  return readJoined(saying) ?? whole
}

function readWhole(saying: Saying): Said {
  const read = sayings(saying).map((one) => READERS.map((reader) => reader(one)).filter((said) => said !== null))
  for (const all of read) {
    const unclear = all.find((said) => 'problem' in said && said.certain)
    if (unclear !== undefined) return unclear
    const sure = all.filter((said) => 'acts' in said)
    const [first] = sure
    if (first !== undefined && sure.every((said) => same(said.acts, first.acts))) return first
    if (sure.length > 1) return { problem: 'this can be read as more than one order: write it in other words' }
  }
  return read.flat()[0] ?? null
}

/** As it stands; and where yes or no is no answer to the line, without a "yes" or "no" in front. */
function sayings(saying: Saying): readonly Saying[] {
  const { words, target } = saying
  const rest = words.replace(/^(?:(?:yes|yeah|ok|okay|sure|right|no|nope|hm+|well)[,.:!-]+\s*)+/i, '')
  return rest === words || rest === '' || target?.kind === 'draft'
    ? [saying]
    : [saying, { ...saying, words: spoken(rest) }]
}

/** One more act for each joint is found; a saying of more than this is none. */
const MOST_JOINTS = 8
const JOINTS = /\s*[,;]?\s+(?:and(?: then)?|then|plus)\s+|\s*,\s+/gi

function readJoined(saying: Saying): Said {
  const joints = [...saying.words.matchAll(JOINTS)]
  if (joints.length > MOST_JOINTS) return null
  for (const joint of joints) {
    const left = spoken(saying.words.slice(0, joint.index))
    const right = spoken(saying.words.slice(joint.index + joint[0].length))
    const first = readWhole({ ...saying, words: left })
    if (left === '' || right === '' || first === null || 'problem' in first) continue
    const second = readSaying({ ...saying, words: right })
    if (second === null || 'problem' in second) continue
    return joined(first.acts, second.acts, /^\s*,\s+$/.test(joint[0]))
  }
  return null
}

/** "ok, to Anna": whether the "ok" sends the draft is not sure enough. */
function joined(first: readonly Act[], second: readonly Act[], byComma: boolean): Said {
  const acts = [...first, ...second]
  const verdicts = acts.filter((act) => act.act === 'approve' || act.act === 'reject')
  if (verdicts.length > 1)
    return { problem: 'this says two things of one draft: write "ok" to send it or "no" to drop it' }
  if (verdicts.length === 1 && byComma)
    return {
      problem:
        'write the two orders on two lines, each with its number, so that the draft is not sent or dropped by a word in passing',
    }
  return { acts }
}

function same(one: readonly Act[], other: readonly Act[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

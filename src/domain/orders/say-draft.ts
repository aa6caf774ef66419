/** "ok", "no", "done", "to Anna": drafts, tasks, and who has the case. */
import { SEEN } from './case-effects.ts'
import { colleague } from './colleague.ts'
import type { OrderTarget } from './order-context.ts'
import { soundsLikeOrder } from './politeness.ts'
import { aboutCase, type Reader, type Said, type Saying } from './saying.ts'
import { anyOf, quoted } from './words.ts'

const YES_WORDS =
  'yes|yep|yeah|yup|y|ok|okay|k|o\\.k|sure|fine|good|great|perfect|lgtm|all good|looks good|looks fine|(?:ok|okay|fine) (?:for|with|by) me|(?:ok|okay) to (?:send|go)'
const SENDING =
  'approve|send|release|go|go ahead|go for it|do it|good to go|ship it|send away|send out|send now|let it go|\\+1'
const OBJECT = '(?:\\s+(?:it|this|that|(?:the|this|that)\\s+(?:draft|reply|answer|mail|letter|one)))?'
/** The whole saying; no more than yes, in any number of words. "Accept" and "agree" are not among them, on purpose. */
const APPROVE = new RegExp(
  `^(?:(?:${YES_WORDS})[,.!:]*\\s+)*(?:(?:please\\s+)?(?:go ahead and\\s+)?(?:${SENDING})${OBJECT}(?:\\s+(?:out|off|now|as is|as it is|as it stands|as drafted))?|${YES_WORDS}|✓|👍)$`,
  'iu',
)
const REJECT = new RegExp(
  `^(?:no[,.!:]*\\s+)*(?:no|nope|n|(?:reject|drop|discard|delete|bin|kill|cancel|scrap)${OBJECT}|(?:do not|don't|never|dont) (?:send|approve|release)${OBJECT}|not ok|not okay|❌|👎)$`,
  'iu',
)
/** Nothing is sent, dropped or done by a word about all of them. */
const ALL =
  /^(?:(?:all|everything|both|the rest|all of them)(?: is| are)? (?:ok|okay|yes|no|fine|good|approved?|rejected?|done|sent)|(?:ok|yes|no|approve|send|reject|drop|release|done)(?: (?:to|for|with))? (?:all|everything|both|the rest|them|all of them|all drafts))$/i
const DONE =
  /^(?:(?:i(?:'ve| have)?\s+|it(?:'s| is)\s+|that(?:'s| is)\s+|all\s+)?(?:done|handled|dealt with|taken care of|sorted|settled|resolved|finished)(?:\s+(?:it|this|that|with it))?|(?:i\s+)?took care of (?:it|this|that)|close (?:the |this )?task|task done|nothing to do)$/i

export const sayDraft: Reader = ({ words, target }) => {
  if (ALL.test(words)) return { certain: true, problem: 'name the lines: write for example "1, 2 and 5 ok"' }
  const act = APPROVE.test(words) ? 'approve' : REJECT.test(words) ? 'reject' : null
  if (act === null) return pastOf(words, target?.kind === 'draft')
  if (target === null) return { problem: 'say which draft: write the number of its line, as in "1 ok"' }
  if (target.kind === 'draft') return { acts: [{ act, draft: target.outboxId }] }
  if (act === 'approve' && isLineOfCase(target)) return { acts: [{ act: 'note', caseRef: target.caseRef, text: SEEN }] }
  if (target.kind === 'task' && target.sort === 'thread') return together(act === 'approve', target)
  const what = target.kind === 'task' ? 'is a question and not a draft: write "done", or what it is' : 'is no draft'
  return { problem: `that line ${what}. ${quoted(words)} sends or drops a draft and nothing else` }
}

/** A line that tells of a case asks for nothing: "ok" says that it was seen. A reference alone may be meant for its draft. */
function isLineOfCase(target: OrderTarget): target is Extract<OrderTarget, { kind: 'case' | 'clock' }> {
  return target.kind === 'clock' || (target.kind === 'case' && target.messageId !== undefined)
}

/** The question was whether two cases belong together. */
function together(yes: boolean, target: Extract<OrderTarget, { kind: 'task' }>): Said {
  if (!yes) return { acts: [{ act: 'done', task: target.taskId }] }
  const [into, ...others] = target.others ?? []
  return target.caseRef === null || into === undefined || others.length > 0
    ? { problem: 'say with which case it belongs together: write "merge into CLEC-…"' }
    : { acts: [{ act: 'merge', caseRef: target.caseRef, into }] }
}

/** "Approved" may be a word about the draft or about the commission. */
function pastOf(words: string, isDraft: boolean): Said {
  if (
    !isDraft ||
    !/^(?:(?:(?:it |this )?(?:is |was )?(?:not )?approved)|(?:it |this )?(?:is |was )?(?:disapproved|denied|rejected)|sent|as is|draft sent|filed|signed)$/i.test(
      words,
    )
  )
    return null
  return {
    certain: true,
    problem: `${quoted(words)} can be said of this draft or of the agreement: write "ok" or "no" for the draft; for the agreement write the reference of the case instead of the number`,
  }
}

/** "Done, spoke to legal": what stands behind is a note, unless it wants something or takes the word back. */
const DONE_WITH = /^([^,;:–-]{4,30}?)(?:\s*[,;:]\s*|\s+[–-]\s+)(\S.{2,400})$/
const MORE_THAN_NOTE =
  /\?\s*$|^(?:and |then )*(?:to|give|hand|for)\b|^(?:ok|yes|no)$|\b(?:if|unless|but|except|until|once|provided|however|please|not yet)\b|\bCLEC-\d/i

export const sayDone: Reader = ({ words, target }) => {
  if (!DONE.test(words)) return doneWith(words, target)
  if (target === null) return { problem: 'say which task: write the number of its line, as in "2 done"' }
  if (target.kind === 'task') return { acts: [{ act: 'done', task: target.taskId }] }
  return {
    problem:
      target.kind === 'draft'
        ? 'that line is a draft and no task: write "ok" to send it, or "no" to drop it'
        : 'that line is no task: write "close" with a reason when the case is over',
  }
}

function doneWith(words: string, target: OrderTarget | null): Said {
  const [, said = '', text = ''] = DONE_WITH.exec(words) ?? []
  if (target?.kind !== 'task' || !DONE.test(said)) return null
  if (soundsLikeOrder(text) || MORE_THAN_NOTE.test(text)) return null
  const { taskId, caseRef } = target
  return {
    acts: [{ act: 'done', task: taskId }, ...(caseRef === null ? [] : [{ act: 'note', caseRef, text } as const])],
  }
}

const ASSIGN =
  /^(?:(?:(?:re)?assign(?:ed)?|give|hand|hand over|move|transfer|pass|pass on|goes|over|send over)(?:\s+(?:it|this|that|over|the case|this case))*\s+to|to|for|assign|assignee:?|negotiator:?)\s+(.+)$/i
const TAKES = /^(.+?)\s+(?:takes|will take|should take|can take|to take)\s+(?:it|this|that|over|this one|the case)$/i
const MINE = /^(?:mine|i(?:'ll| will)? take (?:it|this|over)|i(?:'ve| have) got (?:it|this)|i(?:'m| am) on it)$/i

export const sayAssign: Reader = (saying) => {
  const { words, context } = saying
  const name = MINE.test(words) ? 'me' : (ASSIGN.exec(words)?.[1] ?? TAKES.exec(words)?.[1] ?? null)
  if (name === null) return null
  if (/^(?:me|myself)$/i.test(name)) return aboutCase(saying, (caseRef) => [{ act: 'assign', caseRef, to: context.by }])
  const found = colleague(name, context.staff)
  if ('address' in found) return aboutCase(saying, (caseRef) => [{ act: 'assign', caseRef, to: found.address }])
  const shown = anyOf(found.choice.slice(0, 8).map((one) => one.address))
  const several = found.choice.length < context.staff.length
  return { problem: `${found.problem}: write ${several ? 'the address,' : '"to" and one of'} ${shown}` }
}

const UNDO =
  /^(?:undo|revert|take back|take it back:?|cancel)\s+(?:(?:my|the)\s+)?(?:order\s+)?(?:no\.?\s+|number\s+)?#?(\d{1,12}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)#?\d{1,12}){0,20})$/i

/** Numbers after "undo" are those of orders, never those of lines. */
export const sayUndo: Reader = ({ words }: Saying) => {
  const number = UNDO.exec(words)?.[1]
  if (number !== undefined && !/^cancel\s+#?\d/i.test(words))
    return { acts: [...number.matchAll(/\d+/g)].map(([one]) => ({ act: 'undo', order: Number(one) })) }
  if (!/^(?:undo|revert|take (?:it|that) back|take back|cancel\s+#?\d+)\b/i.test(words)) return null
  if (/^(?:undo|revert)\s+\S/i.test(words) && !/^(?:undo|revert)\s+(?:it|this|that|my|the|last)\b/i.test(words))
    return null
  return { problem: 'say which order: write "undo" and the number that its confirmation gives, as in "undo 17"' }
}

/** "route negotiate", "withdrawn", "merge into CLEC-…", "note: …": what becomes of a case. */
import type { Act } from '../casework/act.ts'
import {
  CLOSING_WORDS,
  carrierNamed,
  closingNamed,
  familyNamed,
  ROUTE_WORDS,
  routeNamed,
  stateNamed,
} from './choice-words.ts'
import { DAY_PATTERN, dayOf } from './days.ts'
import { refsIn } from './heads.ts'
import { itemNamed } from './item-words.ts'
import type { OrderTarget } from './order-context.ts'
import { aboutCase, type Reader } from './saying.ts'
import { anyOf, quoted, words as wordsOf } from './words.ts'

const ROUTE =
  /^(?:(?:the )?(?:route|path|way)(?: is| to|:| =| ->)?|go (?:by|with|for)|they go|they chose|they choose)\s+(.+)$/i

export const sayRoute: Reader = (saying) => {
  const { words, target } = saying
  const named = ROUTE.exec(words)?.[1]
  const route = routeNamed(named ?? words)
  if (named !== undefined && route === null && /^(?:the )?(?:route|path|way)\b/i.test(words))
    return { problem: `I know no route ${quoted(named)}: write "route" and one of ${anyOf(firsts(ROUTE_WORDS))}` }
  if (route === null) return null
  // A bare "opt-in" is also a matter of a mail, and so is every bare word on the line of a question.
  const isClear = named !== undefined || (route !== 'opt-in' && target?.kind !== 'draft' && target?.kind !== 'task')
  if (isClear) return aboutCase(saying, (caseRef) => [{ act: 'route', caseRef, route }])
  const mail = target === null || target.kind === 'clock' || target.messageId == null
  const orMail = mail ? '' : ', or what the mail is, as in "it is an opt-in inquiry"'
  return {
    problem: `${quoted(words)} alone may be the way to the agreement, or something else: write "route ${words}"${orMail}`,
  }
}

const CLOSE = /^close(?:d)?(?: (?:it|this|that|the case|case))*(?:[\s:,-]+(?:as|because|reason:?)?\s*(.+))?$/i

export const sayClose: Reader = (saying) => {
  const said = saying.words.replace(/^(?:it's|it is|this is|that is|that's|is|the request is|request)\s+/i, '')
  if (/\b(?:duplicate of|same as)\b.*\bCLEC-/i.test(said))
    return {
      problem:
        'write "merge into CLEC-…" when its mails belong to the other case, or "close duplicate" when they do not',
    }
  const close = CLOSE.exec(said)
  const reason = closingNamed(close === null ? said : (close[1] ?? ''))
  if (close === null && (reason === null || reason === 'completed'))
    return reason === null ? null : { problem: completed(saying.target) }
  if (reason === null)
    return { problem: `say why it is closed: write "close" and one of ${anyOf(firsts(CLOSING_WORDS))}` }
  return aboutCase(saying, (caseRef) => [{ act: 'close', caseRef, reason }])
}

function completed(target: OrderTarget | null): string {
  const close = 'write "close completed" when the whole case is'
  return target?.kind === 'task' ? `${close}, or "done" when its question is` : close
}

export const sayReopen: Reader = (saying) =>
  /^re-?open(?:ed)?(?: (?:it|this|that|the case|case))?$/i.test(saying.words)
    ? aboutCase(saying, (caseRef) => [{ act: 'reopen', caseRef }])
    : null

const WHO = '(?:it|this|that|they|he|she|(?:the )?(?:case|request|clec|customer))'
const GOES_ON = new RegExp(
  `^(?:${WHO}\\s+)?(?:(?:does )?(?:goes?|keeps? going|carr(?:y|ies)) on|keeps? going|continues?|(?:stays?|remains?) open|(?:wants?|wishes|decided) to (?:go on|continue|proceed)|(?:is|are) (?:still )?(?:wanted|on))(?: after all)?(?:,? (?:so )?(?:please )?re-?open(?: it| the case)?)?$`,
  'i',
)

export const sayGoesOn: Reader = (saying) =>
  GOES_ON.test(saying.words) ? aboutCase(saying, (caseRef) => [{ act: 'goes-on', caseRef }]) : null

const BELONGS =
  /^(?:(?:yes,? )?(?:it|this|that|they|the (?:mail|case)) )?(?:belongs? (?:to|in|into|with|together with)|(?:(?:is|are) )?(?:a )?part of|goes (?:to|into|with))\s+(.+)$/i
const TOGETHER = /^(?:yes,? )?(?:they |these |both )?belong together$/i
const APART =
  /^(?:no,? )?(?:they |these |both )?(?:(?:do not|don't) belong together|(?:stay|are|keep them) (?:apart|separate|two))$/i

const MERGE =
  /^(?:merge|join|combine|move)(?: (?:it|this|that|the case|case))?(?: (?:in|in to|into|with|to))?:?\s+(.+)$/i

export const sayMerge: Reader = (saying) => {
  const { target } = saying
  if (target?.kind === 'task' && target.sort === 'thread' && APART.test(saying.words))
    return { acts: [{ act: 'done', task: target.taskId }] }
  if (TOGETHER.test(saying.words)) {
    const [into, ...more] = target?.kind === 'task' ? (target.others ?? []) : []
    return into === undefined || more.length > 0
      ? { problem: 'say into which case: write "merge into CLEC-…"' }
      : aboutCase(saying, (caseRef) => [{ act: 'merge', caseRef, into }])
  }
  const belongs = BELONGS.exec(saying.words)?.[1]
  const goal = belongs !== undefined && refsIn(belongs).length > 0 ? belongs : MERGE.exec(saying.words)?.[1]
  const isMerge = /^(?:merge|join|combine)\b/i.test(saying.words)
  if (goal === undefined) return isMerge ? { problem: 'say into which case: write "merge into CLEC-…"' } : null
  const line = saying.context.lines.get(Number(/^(?:line\s+)?#?(\d{1,3})$/i.exec(goal)?.[1]))?.caseRef ?? null
  const [into, ...others] = refsIn(line ?? goal)
  if (into === undefined || others.length > 0 || wordsOf(line ?? goal) !== wordsOf(into))
    return isMerge ? { problem: 'say into which one case: write "merge into CLEC-2026-00042"' } : null
  return aboutCase(saying, (caseRef) => [{ act: 'merge', caseRef, into }])
}

const AFFILIATE = new RegExp(
  '^(?:(?:it|this|that|they|the company|the clec) (?:is|are) )?(?:(?:an?|the) )?(?:wholly[- ]owned )?' +
    '(?:affiliated (?:with|to)|(?:affiliate|subsidiary|sister(?: company)?|parent(?: company)?) of|affiliate:?)(?:\\s+(.*))?$',
  'is',
)

const OTHER_ORDER = /(?:,|\band|\bthen|\bplus) (?:to|assign|ask|tick|untick|waive|done|close|route|note|undo)\b/i

export const sayAffiliate: Reader = (saying) => {
  const found = AFFILIATE.exec(saying.words)
  if (found === null) return null
  const said = (found[1] ?? '').trim().replace(/^"(.*)"$/, '$1')
  // The name is all of it, unless another order follows.
  if (OTHER_ORDER.test(said)) return null
  const name = nameOf(said)
  if (!/\p{L}/u.test(name)) return { problem: 'say of which company: write "affiliate of" and its legal name' }
  return aboutCase(saying, (caseRef) => [{ act: 'affiliate', caseRef, name }])
}

const SPLIT =
  /^(?:split|separate)(?: (?:off|out))?(?: (?:it|this|that|(?:the |this )?(?:mails?|messages?)))?(?:\s+((?:#?\d{1,12})(?:(?:\s*,\s*|\s+and\s+|\s+)#?\d{1,12})*))?(?: (?:off|out))?(?: (?:into|to|as) a (?:new|separate) case)?$/i

export const saySplit: Reader = (saying) => {
  const found = SPLIT.exec(saying.words)
  if (found === null) return null
  const { target } = saying
  const own = target?.kind === 'task' || target?.kind === 'draft' ? (target.messageId ?? null) : null
  const said = [...(found[1] ?? '').matchAll(/\d+/g)].map((match) => Number(match[0]))
  const messageIds = said.length > 0 ? said : own === null ? [] : [own]
  if (messageIds.length === 0) return { problem: 'say which mails: write "split mail 4711"' }
  return aboutCase(saying, (caseRef) => [{ act: 'split', caseRef, messageIds }])
}

const NOTE = /^(?:add (?:a )?)?(?:note|comment|remark)\s*(?:that\b|[:,-])?\s*(.*)$/is

export const sayNote: Reader = (saying) => {
  const text = NOTE.exec(saying.words)?.[1]?.trim()
  if (text === undefined) return null
  if (text === '') return { problem: 'the note is empty: write "note:" and its words on the same line' }
  return aboutCase(saying, (caseRef) => [{ act: 'note', caseRef, text }])
}

const EXTEND = new RegExp(
  `^(?:extend|shift|move|set)(?: the)?(?: deemed)?(?: (?:receipt|day of receipt|receipt day|receipt date|date of receipt))?(?: (?:is|to|until|till))?\\s+(${DAY_PATTERN})(.*)$`,
  'is',
)

export const sayExtend: Reader = (saying) => {
  const found = EXTEND.exec(saying.words)
  if (found === null)
    return /^extend\b|^(?:shift|move|set)\b.*\breceipt\b/i.test(saying.words) ? { problem: EXTEND_ADVICE } : null
  if (!/^extend|receipt/i.test(saying.words)) return null
  const day = dayOf(found[1] ?? '', saying.context.today)
  if ('problem' in day) return day
  const why = (found[2] ?? '').replace(/^[\s,:;-]*(?:because|since|as|reason:?|per)?[\s:,-]*/i, '').trim()
  if (why === '') return { problem: `a new day of receipt needs its reason: ${EXTEND_ADVICE}` }
  return aboutCase(saying, (caseRef) => [{ act: 'extend', caseRef, deemedReceipt: day.day, why }])
}

const EXTEND_ADVICE = 'write "extend receipt to 2026-03-01 because both parties agreed in writing on 2026-02-20"'

const FACT =
  /^(?:the )?(company(?: name)?|legal name|clec|state|family|carrier type|type of carrier|carrier)(?: is(?: an?)?|:| =)\s*(.+)$/i
/** Without "is" it is meant only where nothing else can be: a state that there is, a name as names are written. */
const BARE_FACT = /^(?:the )?(company(?: name)?|legal name|state)\s+(.+)$/i

export const sayDescribe: Reader = (saying) => {
  const [, what = '', value = ''] = FACT.exec(saying.words) ?? bareFact(saying.words) ?? []
  if (what === '') return null
  const fact = factOf(what.toLowerCase(), value.trim())
  if (fact === null) return null
  return 'problem' in fact ? fact : aboutCase(saying, (caseRef) => [{ act: 'describe', caseRef, ...fact }])
}

function bareFact(words: string): RegExpExecArray | null {
  const found = BARE_FACT.exec(words)
  if (found === null || itemNamed(words).named !== 'nothing') return null
  const [, what = '', value = ''] = found
  const is = what.toLowerCase() === 'state' ? stateNamed(value.replace(NOT, '')) !== null : /^[\p{Lu}\d"]/u.test(value)
  return is ? found : null
}

/** "Oregon, not Washington". */
const NOT = /,?\s+(?:and )?(?:not|instead of|rather than)\s+.+$/i

/** As it is printed: the full stop of the sentence was taken off, and that of the legal form with it. */
function nameOf(said: string): string {
  return said.replace(/^"(.*)"$/, '$1').replace(/\b(?:Inc|Corp|Co|Ltd)$/, '$&.')
}

type Facts = Omit<Extract<Act, { act: 'describe' }>, 'act' | 'caseRef'>

function factOf(what: string, value: string): Facts | { readonly problem: string } | null {
  if (/^(?:company|legal)/.test(what)) return { company: nameOf(value) }
  if (what === 'state') {
    const state = stateNamed(value) ?? stateNamed(value.replace(NOT, ''))
    return state === null
      ? { problem: `I know no state ${quoted(value)}: write "state CO" with two letters` }
      : { state }
  }
  const family = familyNamed(value)
  if (family !== null) return { family }
  const carrierType = carrierNamed(value)
  if (carrierType !== null) return { carrierType }
  // "The CLEC is …" is said of many things.
  return what === 'clec'
    ? null
    : {
        problem: `${quoted(value)} is none: write "family: qc", "family: ct-eq", "carrier: facility-based", "carrier: reseller" or "carrier: wireless"`,
      }
}

function firsts(table: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.values(table).map(([first = '']) => first)
}

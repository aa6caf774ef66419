/**
 * A change of states that words speak of without ordering it, or beside other things: "What happens if we add Idaho?",
 * "Bob wants to drop Washington", "the certificate is attached, please also add Idaho", "our board only approved Utah". A
 * person reads what is meant.
 */
import type { ReadMail } from '../mail.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import type { CaseFile } from './case-file.ts'
import { isFirm } from './firm-words.ts'
import { EXCEPT, IN_THING, NAMED, OTHER_THING, STATES, spelledOut, statesIn } from './state-lists.ts'

export interface SpokenChange {
  readonly quote: string
  /** States that are new to the request; a state that goes has its case. */
  readonly fresh: readonly string[]
  /** States that are left where no other may be wanted; null: nothing is said of that. */
  readonly left: readonly string[] | null
  /** Nothing but that no rule carries it out speaks against it. */
  readonly isFirm: boolean
}

const NEAR = '(?:(?!\\b(?:but|because|since|and)\\b)[^.?!,;]){0,30}?'
const COMES = new RegExp(`\\b(?:add(?:s|ed|ing)?|include)\\b${NEAR}\\b(?<states>${STATES})${OTHER_THING}`, 'i')
const GOES = new RegExp(
  `\\b(?:drop|cancel|withdraw|remov|scrap|abandon|skip|replac|swap|substitut)\\w*\\b${NEAR}\\b(?<states>${STATES})${OTHER_THING}`,
  'i',
)
/** A while, as "put on hold" and "the project is paused" say it of all that is asked for (`objection.ts`). */
const RESTS = new RegExp(
  `\\b(?:paus(?:e|ing)|suspend(?:ing)?|postpon(?:e|ing)|shelv(?:e|ing)|defer(?:ring)?|park(?:ing)?|freez(?:e|ing)|hold(?:ing)? off (?:on|with|in))\\b (?:our |the )?(?<states>${STATES})${OTHER_THING}(?! (?:request|project|matter|application|plans?|launch|build)\\b)(?!.{0,200}\\b(?:until|till|for (?:\\w+ )?(?:days?|weeks?|months?))\\b)`,
  'i',
)
/** Of the day it says nothing that a rule could wait for. */
const LATER =
  /^[^.?!,;]{0,30}\b(?:later|(?<!as )soon|eventually|(?:some|another|one) (?:day|time)|next (?:week|month|quarter|year|spring|summer|fall|autumn|winter)|in the future|in (?:20\d\d|a (?:week|month|year)|(?:a few |\w+ )(?:weeks|months|years))|down the road)\b/i
/** "Replace Washington with Idaho": what comes stands at the end. */
const INSTEAD = new RegExp(
  `\\b(?:replac|swap|substitut)\\w*\\b[^.?!;]{0,60}\\b(?:with|for|by) (?<states>${STATES})`,
  'i',
)

/** Who signs has papers before him, who signs off agrees. */
const YES =
  '(?:(?:approv|authori[sz]|agree|clear|releas|fund|allow|cover|back|okay|confirm|permit)\\w*|sign(?:s|ed|ing)?[ -]off)'
const OUR_OWN =
  '(?:boards?|management|owners?|members|shareholders|investors?|lenders?|banks?|budgets?|council|CEO|CFO|president|headquarters|parent)'
const ONLY_IN = '(?:only|just|nothing but|none but)\\b[^.?!;]{0,40}?'
/** Who decides for the writer said yes to some of the states. */
const LEAVES = [
  `\\b${OUR_OWN}\\b[^.?!;]{0,30}\\b(?:${ONLY_IN}\\b${YES}|${YES}[^.?!;]{0,30}\\b${ONLY_IN})[^.?!;]{0,20}?\\b(?<states>${STATES})${OTHER_THING}`,
  `\\b(?:only|just) (?<states>${STATES}) (?:was|were|is|are|got|has been|have been) (?:\\w+ )?${YES}`,
  `\\b(?:approval|budget|go-ahead|green light|permission|funding|money)\\b[^.?!;]{0,40}\\b${ONLY_IN}\\b(?<states>${STATES})${OTHER_THING}`,
  `\\b${ONLY_IN}\\b(?:approval|budget|go-ahead|green light|permission|funding|money) for (?<states>${STATES})${OTHER_THING}`,
  `\\b(?<states>${NAMED}) (?:is|are) the only (?:ones?|states?)\\b(?:(?!\\b(?:not|never|no|yet)\\b|n't\\b)[^.?!;]){0,40}?\\b(?:${YES}|needs?|needed|wants?|wanted|plan(?:s|ned)?|pursu\\w+|interest\\w*)\\b`,
  `\\b(?:we|I)(?:'d| would)? (?:only|just) (?:need|want|like|care about|keep) (?<states>${STATES})${OTHER_THING}`,
  `\\b(?:we|I) (?:need|want|keep) (?<states>${STATES}) only\\b`,
  `\\b(?<states>${NAMED}) (?:is|are) (?:now )?all (?:that )?(?:we|I) (?:now )?(?:need|want)\\b`,
  // "Withdraw all but Oregon", "everything except Oregon is off"
  `\\b(?:all|everything|every (?:state|request|one)|(?:the )?(?:rest|others))(?: \\w+){0,2} ${EXCEPT} (?<states>${STATES})${OTHER_THING}`,
].map((one) => new RegExp(one, 'i'))
/** "Drop the rest": which are left is said elsewhere, or nowhere. */
const THE_REST =
  /\b(?:drop|cancel|withdraw|scrap|abandon|skip|forget(?: about)?|remove) (?:all )?(?:of )?(?:the|our) (?:rest|others|other (?:states?|ones?|requests?))\b/i
/** The others may come. */
const SO_FAR = /\b(?:so far|yet|to date|until now|today|first|still|at the moment|this (?:week|month))\b/i
/** What a commission approves is an agreement. */
const COMMISSION = /\b(?:commissions?|P[US]C|PRC|UTC|regulators?|utilit(?:y|ies) board|state board|ALJ)\b/i

/** Null: of no state is anything of the kind said. `request`: its cases, of which the open ones may go. */
export function spokenChange(
  mail: Pick<ReadMail, 'text'>,
  request: readonly Pick<CaseFile, 'state' | 'closed' | 'company'>[],
): SpokenChange | null {
  const companies = request.flatMap(({ company }) => company ?? [])
  const isOpen = (state: string) => request.some((one) => one.state === state && one.closed === null)
  for (const sentence of newestSentences(mail)) {
    const words = spelledOut(sentence)
    const named = (pattern: RegExp) => statesIn(pattern.exec(words)?.groups?.states ?? '')
    const comes = COMES.exec(words)
    const behind = comes === null ? '' : words.slice(comes.index + comes[0].length)
    const isDoubtful = IN_THING.test(behind) || LATER.test(behind)
    const fresh = [...named(COMES), ...named(INSTEAD)].filter((state) => request.every((one) => one.state !== state))
    const firm = isFirm(sentence, companies)
    // What goes by firm words is held for a person as it is.
    const goes = !firm && named(GOES).some(isOpen)
    if (fresh.length > 0 || goes) return { quote: quote(sentence), fresh, left: null, isFirm: firm && !isDoubtful }
    if (named(RESTS).some(isOpen)) return { quote: quote(sentence), fresh, left: null, isFirm: false }
    const left = leftBy(words, request)
    if (left !== null) return { quote: quote(sentence), fresh: [], left, isFirm: false }
  }
  return null
}

/** Of several states some are wanted, as it seems. */
function leftBy(words: string, request: readonly Pick<CaseFile, 'state' | 'closed'>[]): readonly string[] | null {
  const open = new Set(request.flatMap(({ state, closed }) => (state === null || closed !== null ? [] : state)))
  if (open.size < 2) return null
  const named = COMMISSION.test(words) ? [] : LEAVES.flatMap((one) => statesIn(one.exec(words)?.groups?.states ?? ''))
  const left = [...new Set(named)]
  const isSome = left.length > 0 && left.length < open.size && left.every((state) => open.has(state))
  // Of the others it says something too, or not that they are not wanted: nobody is told how to close them.
  if (isSome) return SO_FAR.test(words) || statesIn(words).some((state) => !left.includes(state)) ? [] : left
  return THE_REST.test(words) ? [] : null
}

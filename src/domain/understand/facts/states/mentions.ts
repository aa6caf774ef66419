import type { Sentence } from '../../reading.ts'
import { firmNamesIn } from '../company/firm-names.ts'
import { beforeList, type Found, inLists, type Named } from './list.ts'
import {
  ABBREVIATIONS,
  CODE_OF,
  CODES,
  FOREIGN,
  NICKNAMES,
  PLAIN_SHORT,
  STATES,
  UNMISTAKABLE,
  WORDLIKE,
  WORDLIKE_SHORT,
} from './names.ts'
import { pairsSpelledOut } from './pairs.ts'
import { codesInRuns } from './runs.ts'
import { smallCodesIn } from './small-codes.ts'
import { type Stance, stanceOf } from './stance.ts'

/** A state where a text names it, and how it stands to the request. */
export interface StateMention {
  readonly code: string
  readonly at: number
  readonly stance: Stance
  readonly sentence: Sentence
}

/** One that stands in a sentence. */
export interface NamedState extends StateMention {
  /** The sentence with pairs of states ("North and South Dakota") written out; `at` and `list` are places in it. */
  readonly text: string
  readonly length: number
  readonly isCode: boolean
  readonly list: Found['list']
}

const NAMES = new RegExp(
  `(?<!\\p{L})(?:${[...FOREIGN.keys(), ...NICKNAMES.keys()].join('|')})(?!\\p{L})|\\b(?:${[...STATES]
    .map(([, name]) => name.replace(' ', '\\s'))
    .sort((a, b) => b.length - a.length)
    .join(
      '|',
    )})\\b|\\b(?:${[...ABBREVIATIONS.keys()].map((short) => short.replaceAll('.', '\\.').replace(/\\.(?=\w{2})/, '. ?')).join('|')})(?=[\\s,;:)?/]|$)|\\b(?:${PLAIN_SHORT.join('|')})\\b`,
  'giu',
)
const LABEL =
  /(?:^|[|(]\s?|[\s\d.])(?:requested )?states?(?:\(s\))?(?! of (?:in|form|org|res|dom|char))(?: [a-z]+){0,8}\s?(?:\([^)]{0,30}\)\s?)?(?:is|are|[.\s]{0,40}[:=|]|\.{3,})\s*(?:\d{1,2} nos\. : )?$|(?:^|[,|\t])\s?states?\s?[,|\t]\s?$|(?:^|[.\s])(?:agreements?|states?|jurisdictions?|ICAs?) (?:affected|concerned|involved|in question): $|(?:^|[.\s])(?:affected|jurisdictions?): $|^\W{0,3}(?:\d{1,2}[.)] ?)?(?:requested |the )?states?(?:\(s\))?(?: (?:for|of|in) (?:the |this |our )?(?:agreement|contract|request|ICA|service)| (?:requested|needed|wanted))? - $/i
const LABEL_LINE =
  /^\W{0,3}(?:\d{1,2}[.)] ?)?(?:requested )?states?(?:\(s\))?(?! of (?:in|form|org|res|dom|char))(?: [a-z]+){0,8}\s?[:=]?\s*$/i

/** "States already under agreement:". */
const HELD = /\bstates?(?:\(s\))? (?:[a-z]+ ){0,3}(?:already|existing|current|other|former)\b[^:|=]{0,40}[:|=]?\s*$/i
/** "From: Pruitt, Georgia <georgia@…>". */
const HEADER = /^(?:From|To|Cc)\s?:.{0,120}@/i

/** "Acme of Idaho and Acme of Montana merge; their agreements in those two states go on": the names tell which. */
const THOSE_STATES = /\b(?:those|these|both|the) (?:two |three |four )?states\b(?! (?:of|in|for|where|that|which))/i

/** What stands around a sentence. */
interface Around {
  /** The sentence above it, which may be a form's label. */
  readonly before: Sentence | undefined
  /** It ends on one of a row of codes, each asked by itself. */
  readonly isOfRow: boolean
}

/** All states a sentence names, each with its stance. */
export function stateMentionsIn(sentence: Sentence, { before, isOfRow }: Around, company: string | null): NamedState[] {
  const text = spelledOut(sentence.text)
  const codes = codesInRuns(text, sentence.place === 'subject')
  const found = statesFoundIn(text, isOfRow ? new Set([...codes, text.search(/[A-Z]{2} ?\?$/)]) : codes)
  if (found.length === 0 || HEADER.test(text)) return []
  const firms = firmNamesIn(text)
  const labelled = before?.place === sentence.place && LABEL_LINE.test(before.text)
  const refersBack = THOSE_STATES.test(text)
  return found.map((one) => ({
    ...one,
    text,
    sentence,
    stance:
      refersBack && firms.length > 1 && firms.some((firm) => firm.from <= one.at && one.at < firm.to)
        ? 'plain'
        : stanceOf({
            text,
            one,
            found,
            firms,
            company,
            place: sentence.place,
            labelled:
              (labelled && beforeList(text, one).length < 40) ||
              (LABEL.test(beforeList(text, one)) && !HELD.test(beforeList(text, one))),
          }),
  }))
}

/** "Our wash agreement", "(ore)". */
const SHORT = new RegExp(
  `(?:\\b(?:in|for|our|the|your|its|both|and) |\\()(${WORDLIKE_SHORT.join('|')})\\b(?=\\)| (?:agreement|agre?e?mt|agmt|ICA|contract|request|form|amendment|letter|template|cert|draft|filing|PUC|UTC|PSC))`,
  'gi',
)

function codeOfShort(short: string): string | undefined {
  const bare = short.replace(/\s/g, '')
  return ABBREVIATIONS.get(bare) ?? ABBREVIATIONS.get(`${bare}.`)
}

/** `codes`: where two capitals are known to be codes. */
export function statesFoundIn(text: string, codes: ReadonlySet<number> = codesInRuns(text, false)): Found[] {
  const found: Named[] = []
  for (const match of text.matchAll(NAMES)) {
    const name = match[0].toLowerCase().replace(/\s+/g, ' ')
    const nick = NICKNAMES.get(name)
    // "Treasure State Telephone" is a company's name.
    if (nick !== undefined && /^ \p{Lu}/u.test(text.slice(match.index + name.length, match.index + name.length + 2)))
      continue
    const code = CODE_OF.get(name) ?? FOREIGN.get(name) ?? nick ?? codeOfShort(name)
    if (code !== undefined) found.push({ code, at: match.index, length: match[0].length, isCode: false })
  }
  for (const match of text.matchAll(/\b[A-Z]{2}\b/g)) {
    if (CODES.has(match[0]) && (codes.has(match.index) || codeIsMeant(text, match[0], match.index)))
      found.push({ code: match[0], at: match.index, length: 2, isCode: true })
  }
  for (const match of text.matchAll(SHORT)) {
    const [all, short = ''] = match
    const code = codeOfShort(short.toLowerCase())
    const at = match.index + all.length - short.length
    if (code !== undefined) found.push({ code, at, length: short.length, isCode: false })
  }
  if (/(?:^| )[a-z]{2}\b/.test(text)) found.push(...smallCodesIn(text))
  return inLists(text, found)
}

/** "At Worland WY now". */
const TOWN_BEFORE = /\b(?:at|in|near|loc) (?:\p{Lu}[\p{L}.'-]+ ){1,3}$/u
/** "Adoption package WA - Tern", "amendment ND". */
const PAPER_BEFORE =
  /\b(?:ARF|NTA|ICA|EOLA?|CQ|AAL|pages?|agreements?|letters?|packages?|packets?|forms?|requests?|amendments?|templates?|adoptions?|opt-in|questionnaires?|contracts?|drafts?|redlines?|notices?|assignments?|certificates?|renewals?|cop(?:y|ies)|signatures?|sigs?|filings?|status|question|documents?|docs?|paperwork|resale|commercial|interconnection) $/i
/** "CO (2021) and WY (docket pending)". */
const DATED_BEHIND =
  /^ ?\((?:[^)]{0,14}\b(?:19|20)\d\d|docket\b[^)]{0,12}|case\b[^)]{0,12}|(?:approved|signed|pending|expired|expires|executed|filed|in force)\b)/i
/** Words of orders and ports, among which "TN" is a telephone number. */
const ORDER_WORDS =
  /\b(?:LSRs?|PONs?|port(?:s|ed|ing|-?outs?)?|[BW]?TNs|[BW]TN|AN|invalid|reject\w*|numbers?|lines?|orders?)\b/

/** Whether two capitals are a state here: among other codes, in brackets, after "for" or before "agreement". */
function codeIsMeant(text: string, code: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at)
  const after = text.slice(at + 2, at + 26)
  if (/[/\w&'-]$/.test(before) && !/(?:^|[\s(/])[A-Z]{2}\/$/.test(before)) return false
  if (/^\/EQ\b/.test(after) || /^[.]\S/.test(after) || /^[-_]?\d/.test(after) || /^['&]/.test(after)) return false
  // "SC/APC" is a plug.
  if (/^\/\w/.test(after) && !CODES.has(after.slice(1, 3))) return false
  // "2031-0122-PAA-TX" is a docket of Florida's.
  if (/\bPAA[- ]$/.test(before) || /^ \d{6}\b/.test(after)) return false
  if (code === 'MT' && /\d{2}(?: ?[ap]m)? $/i.test(before)) return false
  // The telephone number of an order.
  if (code === 'TN' && (ORDER_WORDS.test(text) || /^:? \(?\d{3}\b/.test(after))) return false
  // "CA (certificate authority)".
  if (isShortFor(code, after) || /^"? (?:means|stands for|is short for)\b/.test(after)) return false
  // "NM, found it".
  if (/^\s*$/.test(before) && /^[,.:]? ?(?:found|got|never ?mind|solved|sorted|figured|I'|I |it's )/.test(after))
    return false
  if (code === 'NC' && /^ codes?\b/.test(after)) return false
  if (code === 'CT' && /\bEQ\b/.test(text)) return false
  const amongCodes =
    /\b[A-Z]{2}(?:,| and| &| \+|\/|, and)\s?$/.test(before) ||
    /^\s?(?:,|and|&|\+|\/|, and)\s?(?:and )?[A-Z]{2}\b/.test(after)
  const bracketed = /\($/.test(before) && /^[),]/.test(after)
  if (amongCodes || bracketed || DATED_BEHIND.test(after)) return true
  const shouting = text === text.toUpperCase()
  // "OK" by itself agrees.
  if (shouting && WORDLIKE.has(code)) return code !== 'OK' && /^\s*$/.test(before) && /^\s*$/.test(after)
  const named =
    /^ (?:agreement|ICA|template|NTA|interconnection|resale|commercial|PUC|PSC|only|opt|version|amendment|CLEC|request|paperwork|offers|sig|ica|contract|docket|entity|market|side|first|second|file|filing)/i.test(
      after,
    )
  if (WORDLIKE.has(code))
    return (
      named ||
      isAskedAfter(before, after) ||
      isToldBesideAnother(text, before, after) ||
      (/(?:\b(?:for|in|on|about)|[-:,|]) $/.test(before) && /^\s*(?:$|[.,;)?|-])/.test(after)) ||
      (/^\s*$/.test(after) && /(?:[-:,|]|\b(?:ARF|NTA|ICA|page|agreement|letter)) $/i.test(before))
    )
  if (!shouting && UNMISTAKABLE.has(code)) return true
  const framed =
    /(?:\b(?:for|in|of|our|the|your|an?|both|all|just|states?|is|are|only|enter|into|add|to|send|need|want|do|drop|skip)|[-:,|•*>/]) $/i.test(
      before,
    ) ||
    /\bstate\(s\) ?:? ?$/i.test(before) ||
    TOWN_BEFORE.test(before) ||
    (PAPER_BEFORE.test(before) && /^\s*(?:[-:,;|)(.]|$)/.test(after))
  return framed || named || /^\s*$/.test(after) || /^\s*$/.test(before)
}

/** "Has ID been filed?" */
function isAskedAfter(before: string, after: string): boolean {
  return (
    /\b(?:[Hh]as|[Hh]ave|[Ii]s|[Ww]as|[Dd]id|[Ii]sn't|[Hh]asn't) $/.test(before) &&
    /^ (?:been (?:filed|signed|executed|countersigned)|gone (?:out|in|to)|filed|signed|executed|countersigned|come (?:back|through|in))\b/.test(
      after,
    )
  )
}

/** "CO is the decision, WA is a letter". */
function isToldBesideAnother(text: string, before: string, after: string): boolean {
  const verb = /^ (?:is|was|has|came|went)\b/.exec(after)?.[0]
  if (verb === undefined || !/(?:^|[.,;] |\band )$/.test(before)) return false
  return [...UNMISTAKABLE].some((other) => text.includes(`${other}${verb}`))
}

/** Whether brackets behind two capitals spell them out as something else. */
function isShortFor(code: string, after: string): boolean {
  const words = /^ \(([a-z]+)[ -]([a-z]+)\b/i.exec(after)
  const [first = '', second = ''] = words?.slice(1) ?? []
  return (
    `${first.charAt(0)}${second.charAt(0)}`.toUpperCase() === code && !CODE_OF.has(`${first} ${second}`.toLowerCase())
  )
}

/** "North and South Dakota", "N. Dakota" and the like with the names written out; other text keeps its places. */
function spelledOut(text: string): string {
  return pairsSpelledOut(text, () => ', ').replace(
    /\b([NS])\. (Dakota|Carolina)\b/g,
    (_all, side: string, name: string) => `${side === 'N' ? 'North' : 'South'} ${name}`,
  )
}

/**
 * The way to an agreement that a form chooses: by a row of its own ("Route: Negotiate", "How: from the template, with
 * changes") or by boxes ("[X] Negotiate"). Any wish to change terms is a wish to negotiate (domain 7.1).
 */
import type { Path } from '../../../labels.ts'

export interface FormWay {
  /** Null: it chooses several, or offers them and chooses none. */
  readonly way: Path | null
  /** One of those that it chooses is to negotiate. */
  readonly negotiates: boolean
  /** The row that says it, and where in the text that stands. */
  readonly text: string
  readonly at: number
}

/** "Route", "Way to the agreement", "How do you wish to obtain it", "Option (check one)". */
const LABEL =
  /^(?:(?:requested|preferred|desired|chosen|selected|agreement|your|the|contract|elected) ){0,3}(?:way|route|path|how|option|method|approach|procedure|choice|election|selection|negotiation option|basis)s?\b[^:|\t\n]{0,60}$/i
const ROW =
  /^[ \t*•·-]{0,8}(?:\(?[0-9a-z]{1,2}[.)][ \t]{1,3})?(\S[^:|\t\n=]{1,80}?)[ \t]*(?::|\||\t|=| {2}|\?(?=[ \t:]))[ \t:|]*(\S[^\n]*)$/
/** A box that is ticked, with the words up to the next box. */
const TICKED = /(?:[☒☑✓✔]|\[[ \t]*[xX✓✔][ \t]*\]|\([ \t]*[xX✓✔][ \t]*\))[ \t]*([^☐☒☑✓✔[\]\n]{3,80})/g
const BOX = /[☐☒☑]|\[[ \t]*[xX✓✔]?[ \t]*\]|\([ \t]*[xX✓✔]?[ \t]*\)/
/** "Template as is ( ) Negotiate (x) Opt-in ( )": each box stands behind its words. */
const BOX_ENDS = /\p{L}[^\n]{0,200}(?:\([ \t]*[xX✓✔]?[ \t]*\)|\[[ \t]*[xX✓✔]?[ \t]*\]|[☐☒☑])\s*$/u
const TICKED_BEHIND = /([^☐☒☑✓✔[\]()\n:]{3,80})(?:[☒☑]|\[[ \t]*[xX✓✔][ \t]*\]|\([ \t]*[xX✓✔][ \t]*\))/g
/** "Negotiate: X" */
const MARK = /^(?:\(?x\)?|yes|y|[✓✔☒☑]|\[\s*x\s*\]|true|checked|selected)$/i

const TEMPLATE_NAME = /\bnegotiations? template(?: agreement)?\b/gi
const REFUSES =
  /\b(?:no|not|nothing|without|do(?:es)? not|don't|doesn't|never|no need)\b[^.;,:|/]{0,30}?\b(?:negotiat\w*|changes?|modif\w+|redlin\w+|edit\w*|alter\w*|amend\w*|revisions?|exceptions?)\b|\b(?:negotiat\w*|changes|modifications|redlines|edits|revisions)(?: (?:is|are))? (?:(?:not|n't) (?:required|needed|wanted|requested|desired|necessary|sought)|waived|declined)\b|\bexceptions?\b(?: taken)? ?[:=-]? ?(?:none|n\/a|nil|zero)\b/gi
/**
 * A choice is of few words: each of these alone means to negotiate. In a letter, which speaks of changes of all sorts, only
 * a sentence that wishes them does (`wishes.ts`).
 */
const CHANGES =
  /\bnegotiat\w*|\bredlin\w*|\bmark-?up\b|\bwith (?:\w+ ){0,2}(?:changes|modifications|edits|comments)\b|\b(?:modified|customi[sz]ed|changed)\b|\bour (?:changes|edits|comments)\b/i
/** Of the template; an adoption may be of an agreement "except for its first amendment". */
const RESERVES =
  /\b(?:with|subject to) (?:\w+ ){0,2}(?:revisions|changes|edits|exceptions?)\b|\bbut with\b|\bwith (?:an? )?(?:different|other)\b(?! (?:notice|contact|address|effective|signatory|name))|\bexcept(?:ing|ions?)?\b(?! (?:exhibit\b|as (?:required|ordered)|(?:for |that )?(?:the |our |its )?(?:notice|contact|address|name|signatory)))/i
/** "Adoption" alone may be of the template, too (domain 7.1). */
const ADOPTS =
  /\bopt(?:ing|s)?[ -]?in\b|\badopt\w*\b[^.;]{0,20}\b(?:existing|another|approved)\b|\badopt\w*(?: of)? (?:the |an? )?(?:interconnection )?agreement (?:of|between)\b|\badopt(?:s|ing|ion)?(?: of)?:? ?(?:the )?(?!Qwest|CenturyLink|Lumen)[^;]{2,60}\b(?:agreement|ICA|contract)\b|\b252 ?\(i\)|\bMFN\b/i
/** The carrier's own paper, also where it is "adopted"; "standard" of an adoption is the way to it. */
const OURS =
  /\btemplate\b|\bNTA\b|\bSGAT\b|\b(?:standard|generic)\b(?!,? (?:252|section|adoption|opt))|\badopt\w*(?: of)? (?:(?:the|an?|your|our|its|current|posted|published|interconnection|Qwest|CenturyLink|Lumen)(?:'s)? )*(?:agreement|ICA|contract)\b(?! (?:of|between|with)\b)/i
const STANDARD = /\btemplate\b|\bNTA\b|\bSGAT\b|\b(?:standard|generic)\b|\bas[ -]is\b|\bunchanged\b|\bunmodified\b/i
/** "Template / Negotiate / Opt-in": a menu, not a choice. */
const MENU = /\s*(?:\/|\||;|\bor\b)\s*/i

const OFFER = /^[ \t*•·-]{0,8}(?:\(?[0-9a-z]{1,2}[.)][ \t]{1,3})?(\p{L}[^:\t\n]{4,80}?)[ \t]*:[ \t]*([^\n]{0,120})$/u

/** "Template or negotiate: template. …", "Template/negotiated: negotiated": it offers two, and one of their words answers. */
const OFFER_OF_TWO =
  /^[ \t*•·-]{0,8}(?:\(?[0-9a-z]{1,2}[.)][ \t]{1,3})?(template ?(?:\/|or) ?(?:to )?negotiat(?:ed?|ion)|negotiat(?:ed?|ion) ?(?:\/|or) ?template) ?: ?(?:template|negotiat(?:ed?|ion))(?:,? please)?(?=[ \t]*(?:[.;]|$))/i

/** The words of a row that speak of negotiating and do not choose it: such a label, or a refusal. '' where it has none. */
export function onlyOfferedIn(row: string): string {
  return OFFER_OF_TWO.exec(row)?.[1] ?? row.match(REFUSES)?.[0] ?? ''
}

/** Null: it does not say. */
export function formWayIn(text: string): FormWay | null {
  const found: { readonly way: Path; readonly text: string; readonly at: number }[] = []
  let menu: FormWay | null = null
  let at = 0
  for (const line of text.split('\n')) {
    const ways = waysOf(line)
    const here = { text: line.trim(), at }
    if (ways === 'menu') menu ??= { way: null, negotiates: false, ...here }
    else for (const way of ways) found.push({ way, ...here })
    at += line.length + 1
  }
  const [first] = found
  if (first === undefined) return menu
  const ways = new Set(found.map(({ way }) => way))
  const shown = found.find(({ way }) => way === 'negotiate') ?? first
  return { way: ways.size === 1 ? first.way : null, negotiates: ways.has('negotiate'), text: shown.text, at: shown.at }
}

function waysOf(row: string): readonly Path[] | 'menu' {
  if (row.length > 400) return []
  const line = withBoxes(row)
  if (BOX_ENDS.test(line)) return [...line.matchAll(TICKED_BEHIND)].flatMap(([, words = '']) => wayOf(words) ?? [])
  const ticked = [...line.matchAll(TICKED)].flatMap(
    ([, words = '']) => wayOf(words.split(/\([ \t]*[xX]?[ \t]*\)/, 1)[0] ?? '') ?? [],
  )
  if (ticked.length > 0 || BOX.test(line)) return ticked
  // "Template / negotiate / adopt: (left blank)": the label is the menu.
  const [, choices = '', chosen = ''] = OFFER.exec(line) ?? []
  if (new Set(choices.split(MENU).flatMap((part) => wayOf(part) ?? [])).size > 1) {
    const way = wayOf(chosen)
    return way === null ? 'menu' : [way]
  }
  const [, label = '', value = ''] = ROW.exec(line) ?? []
  if (MARK.test(value.trim())) return label.length > 60 ? [] : (asList(wayOf(label)) ?? [])
  if (!LABEL.test(label.trim())) return []
  const parts = new Set(value.split(MENU).flatMap((part) => wayOf(part) ?? []))
  return parts.size > 1 ? 'menu' : [...parts]
}

/** "X Template, no changes _ Negotiate _ Adopt existing", "_X_ Template ___ Negotiate": strokes stand for boxes. */
function withBoxes(line: string): string {
  if (!/(?:^|[\s:|])_{1,6}[ \t]?\p{L}/u.test(line)) return line
  return line
    .replace(/(^|[\s:|])(?:_{1,4}[xX✓]_{1,4}|[xX✓])(?=[ \t]\p{L})/gu, '$1[x]')
    .replace(/(^|[\s:|])_{1,6}(?=[ \t]?\p{L})/gu, '$1[ ]')
}

function asList(way: Path | null): readonly Path[] | null {
  return way === null ? null : [way]
}

/** What the words of one choice mean. */
function wayOf(words: string): Path | null {
  const named = words.replace(TEMPLATE_NAME, 'template')
  const said = named.replace(REFUSES, '')
  if (CHANGES.test(said)) return 'negotiate'
  // An adoption is of the whole, "as is", by its nature: what counts is whose agreement it takes (domain 7.1).
  if (ADOPTS.test(said) && !OURS.test(said)) return 'opt-in'
  if (RESERVES.test(said)) return 'negotiate'
  if (STANDARD.test(said)) return 'template-as-is'
  if (ADOPTS.test(said)) return 'opt-in'
  return said !== named && !/\badopt|\bopt/i.test(said) ? 'template-as-is' : null
}

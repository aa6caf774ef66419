import type { Agreement, Intent, Path } from '../../labels.ts'
import type { Evidence } from '../../understanding.ts'
import { type Cue, findCue, type Hit } from '../cue.ts'
import { likeliest, type Shares } from '../model/model.ts'
import { evidence } from '../quote.ts'
import type { Reading } from '../reading.ts'

/** Which sort of agreement is asked for, and on which way; only for requests of one. */
export interface AgreementFinding {
  readonly agreement: Agreement | null
  readonly path: Path | null
  readonly evidence: readonly Evidence[]
}

const COMMERCIAL: readonly Cue[] = [
  { points: 4, says: /\bcommercial (?:\w+ ){0,2}(?:agreements?|contracts?|template|terms)\b|\bonly commercial\b/i },
  { points: 4, says: /\b(?:CLSP|QLSP|QPP|local services? platform|commercial (?:platform|resale))\b/i },
  { points: 3, says: /\bdark fiber transport\b|\bwholesale (?:broadband|ethernet)\b|\bmaster services? agreement\b/i },
  {
    points: 6,
    says: /[☒☑✓✔]\s*commercial\b|\[x\]\s*commercial\b|\bagreement(?: requested| type)?\s?:\s*commercial\b/i,
    places: ['newest', 'file'],
  },
]
const RESALE: readonly Cue[] = [
  { points: 5, says: /\bresale (?:agreements?|contracts?)\b|\bresale only\b|\((?:resale)\)/i },
  {
    points: 3,
    says: /\b(?:resell|white[ -]label)\b|\b(?:our|their) (?:own )?(?:name|logo|brand) (?:goes )?on the bill\b|\bunder our (?:own )?brand\b|\bpure reseller\b/i,
    places: ['newest'],
  },
  { points: 2, says: /\bresale\b/i, places: ['subject', 'name'] },
  {
    points: 6,
    says: /[☒☑✓✔]\s*resale\b|\[x\]\s*resale\b|\bagreement(?: requested| type)?\s?:\s*resale\b/i,
    places: ['newest', 'file'],
  },
]
const INTERCONNECTION: readonly Cue[] = [
  { points: 3, says: /\binterconnect(?:ion|ing)?\b/i, denied: -2, places: ['newest', 'quoted'] },
  { points: 1, says: /\binterconnect(?:ion)?\b/i, places: ['subject'] },
  {
    points: 3,
    says: /\b(?:25[12]\b|bona fide request|facility[ -]based|NTA\b|SGAT|negotiations template)/i,
    denied: -1,
  },
  { points: 6, says: /[☒☑✓✔]\s*interconnection\b|\[x\]\s*interconnection\b/i, places: ['newest', 'file'] },
]

const AS_IS: readonly Cue[] = [
  {
    points: 4,
    says: /\bas[ -]is\b|\bas (?:it stands|you publish it|posted|published|written)\b|\bthe way it'?s written\b|\bexactly as you publish\b|\bin the form it'?s posted\b|\bfrom cover to cover\b/i,
  },
  {
    points: 4,
    says: /\b(?:without|no|not|nothing)(?: any| a single| further)? (?:modifications?|changes?|edits?|redlines?|alterations?)\b|\bunmodified\b|\bunchanged\b|\bwithout change\b/i,
    evenDenied: true,
    unless: /\bnothing else|\bno other changes|\bcertificate\b/i,
  },
  {
    points: 4,
    says: /\b(?:don't|do not|dont) need (?:any )?changes\b|\b(?:regular|usual|normal|standard) one is (?:ok|okay|fine)\b|\b(?:don't|do not|dont) (?:want|wish|need) to (?:change|edit|negotiate|modify)\b|\bnothing (?:it|we) (?:wish(?:es)?|want) to negotiate\b|\bnothing to negotiate\b|\bagree with all\b|\bagree with all the clauses\b/i,
    evenDenied: true,
  },
  {
    points: 3,
    says: /\b(?:sign|execute|take|accept(?:ing)?|adopt|happy with|fine with) (?:\w+ ){0,4}(?:template|standard)\b/i,
    unless: /\bredline|\bchanges\b/i,
  },
  { points: 3, says: /\bgeneric\b|\bthe standard (?:terms|form)\b/i, places: ['newest'] },
  { points: 4, says: /\bdid not care to negotiate\b|\bSGATs?\b/i, evenDenied: true, places: ['newest'] },
  {
    points: 6,
    says: /[☒☑✓✔]\s*interconnection: negotiations template|\[x\]\s*interconnection: negotiations template/i,
    places: ['newest', 'file'],
  },
]
const NEGOTIATE: readonly Cue[] = [
  {
    points: 5,
    says: /\bnegotiat(?:e|ed|ing|ion)\b|\bnegotiations\b(?! template)/i,
    denied: -3,
    places: ['newest', 'file', 'quoted'],
  },
  { points: 3, says: /\bnegotiat(?:e|ed|ing|ion)\b|\bnegotiations\b(?! template)/i, places: ['subject'], denied: -2 },
  { points: 3, says: /\bnegotiator\b/i, places: ['newest'], denied: -2 },
  {
    points: 4,
    says: /\b(?:redlines?|redlined|mark-?up|changes tracked|track(?:ed)? changes|issues list|list of stuff)\b/i,
    denied: -3,
    unless: /\bdisregard\b|\bwithdrawn\b/i,
  },
  {
    points: 5,
    says: /\b(?:need|needs|want|wants|would|we'd) (?:[\w.,§]+ ){0,4}(?:changed?|different|revised|edits?)\b|\bedits to the template\b|\bour comments\b|\bcomments on\b|\bcan't live with\b|\bdoesn't work for\b|\btake out the\b/i,
    places: ['newest'],
    unless: /\bwithdrawn\b/i,
  },
  {
    points: 6,
    says: /[☒☑✓✔]\s*interconnection: negotiated|\[x\]\s*interconnection: negotiated/i,
    places: ['newest', 'file'],
  },
]

/** Points of each kind of agreement and of each way to one, with the words that gave them. */
export type AgreementPoints = Readonly<
  Record<Agreement | 'template-as-is' | 'negotiate', { readonly points: number; readonly hits: readonly Hit[] }>
>

export function agreementPoints(reading: Reading): AgreementPoints {
  return {
    interconnection: sum(INTERCONNECTION, reading),
    commercial: sum(COMMERCIAL, reading),
    resale: sum(RESALE, reading),
    'template-as-is': sum(AS_IS, reading),
    negotiate: sum(NEGOTIATE, reading),
  }
}

/**
 * Empty unless an agreement or an adoption is asked for; an adoption is always interconnection and opt-in. Whatever the
 * shares say, a way to an agreement needs words that speak of it.
 */
export function agreementOf(intents: readonly Intent[], shares: Shares, points: AgreementPoints): AgreementFinding {
  if (intents.includes('opt-in-inquiry')) return { agreement: 'interconnection', path: 'opt-in', evidence: [] }
  if (!intents.includes('agreement-request')) return { agreement: null, path: null, evidence: [] }
  const { answer: sort } = likeliest('agreement', shares)
  const { answer: way } = likeliest('path', shares)
  const agreement = ticked(['interconnection', 'commercial', 'resale'], points) ?? (sort === 'none' ? null : sort)
  const path = ticked(['template-as-is', 'negotiate'], points) ?? (way === 'none' || way === 'opt-in' ? null : way)
  return {
    agreement,
    path,
    evidence: [
      ...(agreement === null ? [] : shown('agreement', points[agreement].hits)),
      ...(path === null ? [] : shown('path', points[path].hits)),
    ],
  }
}

const TICKED = /^(?:[☒☑✓✔]|\[[xX]\])/

/** The one choice that a form ticks, unless the writer's own words speak of the choice too: then all is weighed. */
function ticked<K extends keyof AgreementPoints>(choices: readonly K[], points: AgreementPoints): K | null {
  const hits = choices.flatMap((choice) => points[choice].hits.map((hit) => ({ choice, sentence: hit.sentence })))
  const marked = new Set(hits.filter(({ sentence }) => TICKED.test(sentence.text)).map(({ choice }) => choice))
  const said = hits.some(({ sentence }) => sentence.place === 'newest' && !TICKED.test(sentence.text))
  return marked.size === 1 && !said ? ([...marked][0] ?? null) : null
}

function sum(cues: readonly Cue[], reading: Reading): { points: number; hits: readonly Hit[] } {
  const hits = cues.map((cue) => findCue(cue, reading)).filter((hit) => hit !== null)
  return { points: hits.reduce((total, hit) => total + hit.points, 0), hits: hits.filter((hit) => hit.points > 0) }
}

function shown(what: string, hits: readonly Hit[]): Evidence[] {
  return [...hits]
    .sort((a, b) => b.points - a.points)
    .slice(0, 2)
    .map((hit) => evidence(what, hit.sentence.from, hit.sentence.text, hit.at))
}

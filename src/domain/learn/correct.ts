/** What a person says of a mail, laid over what the program understood. */
import type { Agreement, Intent, Kind, Path } from '../labels.ts'
import type { ReadMail } from '../mail.ts'
import { NO_REQUEST, type Understanding } from '../understanding.ts'
import type { Label } from './example.ts'

/** Only what was wrong; all else stays as it was understood. */
export interface Corrections {
  readonly kind?: Kind
  readonly intents?: readonly Intent[]
  readonly agreement?: Agreement | null
  readonly path?: Path | null
  readonly company?: string | null
  readonly states?: readonly string[]
}

/**
 * The whole label. Throws a sentence when the corrections contradict the label scheme; what follows from a correction
 * (a machine wants nothing, an adoption is always interconnection) is filled in.
 */
export function correctedLabel(mail: ReadMail, understood: Understanding, corrections: Corrections): Label {
  const kind = corrections.kind ?? understood.kind
  const intents = kind === 'human' ? (corrections.intents ?? understood.intents.map(({ intent }) => intent)) : []
  refuseContradiction(kind, intents, corrections)
  const attachments = mail.attachments
    .map(({ filename }, at) => ({ filename, document: understood.documents[at] ?? ('other' as const) }))
    .filter(({ filename }) => filename !== '')
  const label = { kind, intents, attachments, auto_reply_ok: kind === 'human' }
  if (kind !== 'human' || intents[0] === 'unrelated') return { ...label, ...NO_REQUEST }
  return {
    ...label,
    ...agreementOf(intents, understood, corrections),
    company: corrections.company === undefined ? understood.company : corrections.company,
    states: [...(corrections.states ?? understood.states)].sort(),
    identifiers: understood.identifiers,
    contact: understood.contact,
  }
}

/**
 * What was understood of a person's mail, as somebody corrected it. What the correction leaves open, because a mail taken
 * for a machine's says nothing, is as it was read.
 */
export function asCorrected(understood: Understanding, label: Label): Understanding {
  const intents = label.intents.map((intent) => ({ intent, confidence: 1 }))
  const said = { ...understood, kind: label.kind, intents, abstained: false, likeliest: [] }
  if (label.intents[0] === 'unrelated') return { ...said, ...NO_REQUEST }
  const wants = label.intents.some(wantsAgreement)
  return {
    ...said,
    agreement: wants ? (label.agreement ?? understood.agreement) : null,
    path: wants ? (label.path ?? understood.path) : null,
    company: label.company ?? understood.company,
    states: label.states.length > 0 ? label.states : understood.states,
    contact: label.contact ?? understood.contact,
  }
}

function refuseContradiction(kind: Kind, intents: readonly Intent[], corrections: Corrections): void {
  if (kind === 'human' && intents.length === 0) throw new Error('A person wants something: say what with --intents.')
  if (kind !== 'human' && (corrections.intents?.length ?? 0) > 0)
    throw new Error(`A mail of kind ${kind} wants nothing: leave --intents away.`)
  if (new Set(intents).size < intents.length) throw new Error('An intent is named twice.')
  if (intents.length > 1 && intents.includes('unrelated')) throw new Error('unrelated stands alone.')
  if ((corrections.company || corrections.states?.length) && (kind !== 'human' || intents.includes('unrelated')))
    throw new Error('--company and --states belong to what a carrier wants only.')
  if ((corrections.agreement || corrections.path) && !intents.some(wantsAgreement))
    throw new Error('--agreement and --path belong to agreement-request and opt-in-inquiry only.')
  const { agreement: sort = OPT_IN.agreement, path: way = OPT_IN.path } = corrections
  if (isOptInAlone(intents) && (sort !== OPT_IN.agreement || way !== OPT_IN.path))
    throw new Error('An opt-in is always to an interconnection agreement: leave --agreement and --path away.')
}

function agreementOf(intents: readonly Intent[], understood: Understanding, { agreement, path }: Corrections) {
  if (!intents.some(wantsAgreement)) return { agreement: null, path: null }
  if (isOptInAlone(intents)) return OPT_IN
  return {
    agreement: agreement === undefined ? understood.agreement : agreement,
    path: path === undefined ? understood.path : path,
  }
}

const OPT_IN = { agreement: 'interconnection', path: 'opt-in' } as const

function isOptInAlone(intents: readonly Intent[]): boolean {
  return intents.includes('opt-in-inquiry') && !intents.includes('agreement-request')
}

function wantsAgreement(intent: Intent): boolean {
  return intent === 'agreement-request' || intent === 'opt-in-inquiry'
}

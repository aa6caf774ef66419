import type { Agreement, DocumentSort, Intent, Path } from '../../../labels.ts'
import type { Evidence } from '../../../understanding.ts'
import { type Cue, findCue, type Hit } from '../../cue.ts'
import { FILE_TEXT_LIMIT } from '../../limits.ts'
import type { Feature } from '../../model/feature.ts'
import { likeliest, type Model, type Shares, speakingFor } from '../../model/model.ts'
import { plain } from '../../plain.ts'
import { evidence } from '../../quote.ts'
import type { Reading } from '../../reading.ts'
import { isAdoptionOff } from './adoption-off.ts'
import { sortChosen, wayChosen } from './chosen-option.ts'
import { AS_IS, COMMERCIAL, IN_FORCE, INTERCONNECTION, NEGOTIATE, RESALE } from './cues.ts'
import { sortInForms } from './form-sort.ts'
import { type FormWay, formWayIn, onlyOfferedIn } from './form-way.ts'
import { sortSaidIn } from './said-sort.ts'
import { plainWay } from './said-way.ts'
import { isTemplateRestated } from './talks.ts'
import { wishesChanges } from './wishes.ts'

/** Which sort of agreement is asked for, and on which way; only for requests of one. */
export interface AgreementFinding {
  readonly agreement: Agreement | null
  readonly path: Path | null
  readonly evidence: readonly Evidence[]
}

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

/** What the choice of an agreement and of a way to it is read from. */
export interface AgreementGround {
  readonly reading: Reading
  readonly documents: readonly DocumentSort[]
  readonly features: readonly Feature[]
  readonly shares: Shares
  readonly agreement: AgreementPoints
}

/**
 * Empty unless an agreement or an adoption is asked for; an adoption that stands is always interconnection and opt-in.
 * Whatever the shares say, a way to an agreement needs words that speak of it.
 */
export function agreementOf(intents: readonly Intent[], ground: AgreementGround, model: Model): AgreementFinding {
  const adopts = intents.includes('opt-in-inquiry')
  if (adopts && !isAdoptionOff(ground.reading)) return { agreement: 'interconnection', path: 'opt-in', evidence: [] }
  if (!adopts && !intents.includes('agreement-request')) return { agreement: null, path: null, evidence: [] }
  const { shares, agreement: points } = ground
  const { answer: sort } = likeliest('agreement', shares)
  const agreement =
    sortInForms(ground) ??
    ticked(['interconnection', 'commercial', 'resale'], points) ??
    onlyResale(points) ??
    sortSaidIn(ground.reading) ??
    sortChosen(ground.reading) ??
    (sort === 'none' ? null : sort)
  const { path, evidence: shows } = wayOf(ground, model)
  return {
    agreement,
    path,
    evidence: [...(agreement === null ? [] : shown('agreement', points[agreement].hits)), ...shows],
  }
}

/** "An interconnection agreement for resale only": whatever it is called, it is one for resale. */
function onlyResale(points: AgreementPoints): Agreement | null {
  const says = points.resale.hits.some(({ sentence, points }) => {
    return points > 0 && sentence.place === 'newest' && /\bresale only\b|\bonly (?:for )?resale\b/i.test(sentence.text)
  })
  return says ? 'resale' : null
}

/** A form's own row comes first; a wish to change terms outweighs it, wherever that stands (domain 7.1). */
function wayOf(ground: AgreementGround, model: Model): Pick<AgreementFinding, 'path' | 'evidence'> {
  const { agreement: points, shares } = ground
  const form = wayInForms(ground)
  const likely = likeliest('path', shares).answer
  const answer = likely === 'template-as-is' && isOfAgreementInForce(ground) ? 'none' : likely
  const weighed =
    ticked(['template-as-is', 'negotiate'], points) ?? (answer === 'none' || answer === 'opt-in' ? null : answer)
  const said = (way: Path & keyof AgreementPoints) =>
    points[way].hits.some(({ sentence }) => sentence.place === 'newest')
  const wantsChanges = said('negotiate') && !said('template-as-is')
  const by = (path: Path | null) => ({ path, evidence: path === null ? [] : wayShown(path, form, ground, model) })
  if (form?.way === 'negotiate' || wishesChanges(ground)) return by('negotiate')
  const chosen = form === null ? wayChosen(ground.reading) : null
  if (chosen !== null)
    return { path: chosen.path, evidence: [evidence('path', chosen.sentence.from, chosen.sentence.text)] }
  const plainly = plainWay(ground.reading, form)
  if (plainly !== null) return by(plainly.path)
  if (form?.way === 'template-as-is' && isOnlyOffered(form, ground)) return by(form.way)
  // Several ways are ticked, or none: only what the letter says counts.
  if (form?.way === null && !said('negotiate') && !said('template-as-is')) return by(null)
  if (weighed === null && form === null && isPlainlyAsIs(ground)) return by('template-as-is')
  if (weighed !== 'negotiate' && wantsChanges && (weighed !== null || form !== null)) return by('negotiate')
  if (form?.way === 'template-as-is' && weighed === null) return by('template-as-is')
  if (form?.way === 'opt-in' && !said('negotiate') && !said('template-as-is')) return by('opt-in')
  return by(weighed)
}

/** "Montana as it stands", and no word of the template. */
function isOfAgreementInForce({ agreement: points, reading }: AgreementGround): boolean {
  const isSaid = reading.sentences.some(({ place, text }) => place === 'newest' && IN_FORCE.test(text))
  return isSaid && points['template-as-is'].hits.length === 0 && !/\btemplate\b/i.test(reading.newest)
}

/** No word of negotiating or of changes but that in the row: "Template or negotiate: template", "negotiation waived". */
function isOnlyOffered({ text }: FormWay, { agreement: points, reading }: AgreementGround): boolean {
  const offered = onlyOfferedIn(text)
  const own = `${reading.subject}\n${reading.newest}`.replace(offered, '')
  const isOfOffer = ({ sentence, at }: Hit) => {
    const from = sentence.text.indexOf(offered)
    return from >= 0 && from <= at && at < from + offered.length
  }
  return offered !== '' && points.negotiate.hits.every(isOfOffer) && !OF_CHANGES.test(own)
}

/** Any word of changes, wished or refused, of whatever: more than a wish (`wishes.ts`) or a form's choice (`form-way.ts`) is. */
const OF_CHANGES =
  /\b(?:negotiat\w*|redlin\w*|mark-?ups?|comments?|chang\w*|edit\w*|modif\w*|revis\w*|object\w*|except\w*|strik\w*|delet\w*|differ\w*)\b/i

/** "We'll sign it as you have it", or our mail below tells so, and no word of changes anywhere. */
function isPlainlyAsIs({ agreement: points, reading }: AgreementGround): boolean {
  const { points: strength, hits } = points['template-as-is']
  const isSaid = strength >= 4 && hits.some(({ sentence }) => sentence.place === 'newest')
  return points.negotiate.points <= 0 && (isSaid || isTemplateRestated(reading))
}

function wayShown(path: Path, form: WayInForm | null, ground: AgreementGround, model: Model): readonly Evidence[] {
  const row = form?.way === path ? [evidence('path', form.from, form.text)] : []
  const hits = path === 'opt-in' ? [] : shown('path', ground.agreement[path].hits)
  if (row.length > 0 || hits.length > 0) return [...row, ...hits].slice(0, 2)
  const plainly = plainWay(ground.reading, form)
  if (plainly?.path === path) return plainly.evidence
  return speakingFor(model, ground.features, 'path', path)
    .slice(0, 1)
    .flatMap(({ sentence: at }) => {
      const sentence = ground.reading.sentences[at]
      return sentence === undefined || sentence.place === 'quoted'
        ? []
        : [evidence('path', sentence.from, sentence.text)]
    })
}

interface WayInForm extends FormWay {
  readonly from: string
}

/** In request forms, and in a form that is typed into the mail. */
function wayInForms({ reading, documents }: AgreementGround): WayInForm | null {
  const files = reading.mail.attachments.flatMap((file, at) => {
    const isForm = documents[at] === 'agreement-request-form' && file.text !== null
    return isForm ? [{ from: `attachment:${file.filename}`, text: plain(file.text.slice(0, FILE_TEXT_LIMIT)) }] : []
  })
  for (const { from, text } of [...files, { from: 'text', text: reading.newest }]) {
    const way = formWayIn(text)
    if (way !== null) return { ...way, from }
  }
  return null
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

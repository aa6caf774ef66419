/** Where a case stands, worked out of its file and nothing else: the same file stands the same, today and in a replay. */
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import type { ItemStanding, Owner, Stage, Standing, StepStanding } from '../casework/standing.ts'
import type { StepId } from '../casework/steps.ts'
import { isExecuted, isMet, isRejected, wantsAgreement } from './facts.ts'
import { STEPS } from './index.ts'
import { nextSentence } from './next.ts'
import { readyToOrder } from './ready-to-order.ts'
import { type ItemRule, inWords, type Need, type Step } from './step.ts'

/** A file never changes, and a decision asks for its standing again and again. */
const KNOWN = new WeakMap<CaseFile, Standing>()

export function standingOf(file: CaseFile): Standing {
  const known = KNOWN.get(file)
  if (known !== undefined) return known
  const standing = standingAnew(file)
  KNOWN.set(file, standing)
  return standing
}

function standingAnew(file: CaseFile): Standing {
  const steps = (STEPS as readonly Step[]).map((step) => stepStanding(step, file))
  const missing = missingIn(file, steps)
  const stage = stageOf(file, missing)
  const turn = turnOf(file, steps, missing, stage)
  return { stage, steps, missing, turn, next: nextSentence({ file, stage, turn, missing }) }
}

function stepStanding(step: Step, file: CaseFile): StepStanding {
  const items = step.applies(file) ? step.items.flatMap((rule) => itemStanding(rule, file)) : []
  const shut = step.gates.filter((gate) => !gate.isOpen(file))
  const isOver = !items.some((item) => item.state === 'missing' || item.state === 'later' || item.state === 'problem')
  const reasons = (at: 'enter' | 'leave') =>
    shut.filter((gate) => gate.at === at).map((gate) => inWords(gate.why, file))
  const enter = reasons('enter')
  const stand = (state: StepStanding['state'], why: readonly string[] = []): StepStanding => ({
    ...{ id: step.id, title: step.title, state, reasons: why, items },
  })
  if (items.length === 0) return stand('not-needed')
  if (enter.length > 0) return stand('blocked', enter)
  if (!isOver) return stand('open')
  const leave = reasons('leave')
  if (leave.length > 0) return stand('blocked', leave)
  return stand(items.every((item) => item.state === 'optional') ? 'not-needed' : 'done')
}

function itemStanding(rule: ItemRule, file: CaseFile): readonly ItemStanding[] {
  const item = file.items[rule.id] ?? null
  const need = needOf(rule, file)
  if (need === 'never' && item === null) return []
  const words = { id: rule.id, label: inWords(rule.label, file), owner: rule.owner, item, ask: inWords(rule.ask, file) }
  const isEarly = rule.answersOurs === true && need === 'later'
  if (item?.state === 'problem' && !isEarly) return [{ ...words, state: 'problem' }]
  if (isMet(file, rule.id)) return [{ ...words, state: item?.state ?? 'met' }]
  return [{ ...words, state: need === 'now' ? 'missing' : need === 'later' ? 'later' : 'optional' }]
}

/** Mail about something else than a new agreement is asked who and where at most; for the rest a person knows better. */
function needOf(rule: ItemRule, file: CaseFile): Need {
  const need = rule.need(file)
  if (need !== 'now' || wantsAgreement(file) || rule.id === 'legal-name' || rule.id === 'state') return need
  return 'optional'
}

/** The order in which a good clerk asks: the request's own gaps, then the signature, then papers that take their time. */
const ASKING_ORDER: readonly StepId[] = [
  'agreement-request',
  'route',
  'signature',
  'early-ordering',
  'certification',
  'questionnaire',
  'start-up',
  'network',
]
/** Until these of the CLEC's are in, nothing of the agreement moves. */
const HOLDS_UP: readonly StepId[] = ['agreement-request', 'route', 'signature']

function missingIn(file: CaseFile, steps: readonly StepStanding[]): readonly ItemStanding[] {
  if (file.closed !== null) return []
  const owed = ASKING_ORDER.flatMap((id) => steps.find((step) => step.id === id)?.items ?? []).filter(isOwedByClec)
  return owed.filter((item, at) => owed.findIndex((other) => other.id === item.id) === at)
}

function isOwedByClec(item: ItemStanding): boolean {
  return item.owner === 'clec' && (item.state === 'missing' || item.state === 'problem')
}

function stageOf(file: CaseFile, missing: readonly ItemStanding[]): Stage {
  if (file.closed !== null) return 'closed'
  if (file.needsPerson !== null) return 'needs-person'
  if (isRejected(file)) return 'rejected'
  if (readyToOrder.gates.every((gate) => gate.isOpen(file))) return 'ready-to-order'
  return agreementStage(file) ?? requestStage(file, missing)
}

function agreementStage(file: CaseFile): Stage | null {
  if (isMet(file, 'approved')) return 'approved'
  if (isMet(file, 'filed')) return 'filed'
  if (isExecuted(file)) return 'executed'
  if (isMet(file, 'clec-signature')) return 'clec-signed'
  return isMet(file, 'draft-issued') ? 'draft-issued' : null
}

/** What is asked before anything else. */
const OF_REQUEST: readonly ItemId[] = STEPS.filter(({ id }) => id === 'agreement-request' || id === 'route').flatMap(
  (step) => step.items.map((item) => item.id),
)

function requestStage(file: CaseFile, missing: readonly ItemStanding[]): Stage {
  if (missing.some((item) => OF_REQUEST.includes(item.id))) return 'needs-info'
  return wantsAgreement(file) && isMet(file, 'route') ? 'route-chosen' : 'received'
}

/** Whose move it is. What holds the agreement up comes first, papers that are asked for in parallel later. */
function turnOf(
  file: CaseFile,
  steps: readonly StepStanding[],
  missing: readonly ItemStanding[],
  stage: Stage,
): Standing['turn'] {
  if (file.closed !== null) return 'nobody'
  if (file.needsPerson !== null) return 'carrier'
  const holdsUp = steps.filter((step) => HOLDS_UP.includes(step.id)).flatMap((step) => step.items)
  if (holdsUp.some(isOwedByClec)) return 'clec'
  const due = (owner: Owner) =>
    steps.some((step) => step.items.some((item) => item.owner === owner && item.state === 'missing'))
  if (due('carrier') || stage === 'rejected') return 'carrier'
  if (missing.some((item) => mayHoldUp(item, steps))) return 'clec'
  if (due('commission')) return 'commission'
  return stage === 'ready-to-order' ? 'nobody' : missing.length > 0 ? 'clec' : 'carrier'
}

function mayHoldUp(item: ItemStanding, steps: readonly StepStanding[]): boolean {
  return (STEPS as readonly Step[]).some(
    (step) =>
      steps.find((one) => one.id === step.id)?.items.includes(item) &&
      step.items.some((rule) => rule.id === item.id && rule.blocks !== false),
  )
}

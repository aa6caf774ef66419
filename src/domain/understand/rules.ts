/** What the rules make of a mail: points per intent with the words that gave them. The model decides what they are worth. */
import type { Intent } from '../labels.ts'
import { type Cue, findCue, type Hit, type IntentRule } from './cue.ts'
import { accountChange } from './intents/account-change.ts'
import { agreementRequest } from './intents/agreement-request.ts'
import { amendmentRequest } from './intents/amendment-request.ts'
import { customerQuestionnaire } from './intents/customer-questionnaire.ts'
import { earlyOrderingLetter } from './intents/early-ordering-letter.ts'
import { networkReadiness } from './intents/network-readiness.ts'
import { optInInquiry } from './intents/opt-in-inquiry.ts'
import { otherDepartment } from './intents/other-department.ts'
import { processQuestion } from './intents/process-question.ts'
import { signedAgreement } from './intents/signed-agreement.ts'
import { statusInquiry } from './intents/status-inquiry.ts'
import { supportingDocument } from './intents/supporting-document.ts'
import { unrelated } from './intents/unrelated.ts'
import type { Reading } from './reading.ts'

/** Every intent of the label scheme, in its order; the order also breaks ties. */
export const INTENT_RULES: readonly IntentRule[] = [
  agreementRequest,
  optInInquiry,
  earlyOrderingLetter,
  amendmentRequest,
  customerQuestionnaire,
  signedAgreement,
  supportingDocument,
  statusInquiry,
  networkReadiness,
  processQuestion,
  accountChange,
  otherDepartment,
  unrelated,
]

/** One intent's hits in a mail and their sum. */
export interface IntentScore {
  readonly intent: Intent
  readonly score: number
  readonly hits: readonly Hit[]
}

/** All scores, highest first. */
export function scoreIntents(reading: Reading): readonly IntentScore[] {
  return INTENT_RULES.map((rule) => {
    const hits = rule.cues.map((cue: Cue) => findCue(cue, reading)).filter((hit) => hit !== null)
    return { intent: rule.intent, score: hits.reduce((sum, hit) => sum + hit.points, 0), hits }
  }).sort((a, b) => b.score - a.score)
}

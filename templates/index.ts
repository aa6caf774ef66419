import { acknowledgement } from './acknowledgement/model.ts'
import { closing } from './closing/model.ts'
import { copies } from './copies/model.ts'
import { documentsReceived } from './documents-received/model.ts'
import { earlyOrdering } from './early-ordering/model.ts'
import { legalNotice } from './legal-notice/model.ts'
import { missingInformation } from './missing-information/model.ts'
import { nextStep } from './next-step/model.ts'
import { notOurState } from './not-our-state/model.ts'
import { optInRequirements } from './opt-in-requirements/model.ts'
import { questionnairePack } from './questionnaire-pack/model.ts'
import { receivedForPerson } from './received-for-person/model.ts'
import { redirect } from './redirect/model.ts'
import { reminder } from './reminder/model.ts'
import { routeExplainer } from './route-explainer/model.ts'
import { startUpPack } from './start-up-pack/model.ts'
import { stateNeeds } from './state-needs/model.ts'
import { statusAnswer } from './status-answer/model.ts'
import { tooLarge } from './too-large/model.ts'

/**
 * Every section a letter can have, by the name of its folder: the schema of what it is told. To add one, create the
 * folder and a line here (and in src/domain/letter/section.ts). A name has at most 19 characters, for that of the first
 * section becomes part of the Message-ID. README.md beside this file says what a folder holds.
 */
export const TEMPLATES = {
  acknowledgement,
  'received-for-person': receivedForPerson,
  'too-large': tooLarge,
  'legal-notice': legalNotice,
  'missing-information': missingInformation,
  'route-explainer': routeExplainer,
  copies,
  'state-needs': stateNeeds,
  'opt-in-requirements': optInRequirements,
  'early-ordering': earlyOrdering,
  'questionnaire-pack': questionnairePack,
  'start-up-pack': startUpPack,
  'documents-received': documentsReceived,
  'status-answer': statusAnswer,
  'not-our-state': notOurState,
  redirect,
  'next-step': nextStep,
  reminder,
  closing,
} as const

export type TemplateName = keyof typeof TEMPLATES

export function isTemplateName(name: string): name is TemplateName {
  return Object.hasOwn(TEMPLATES, name)
}

/** Sections that confirm receipt and say nothing more; a letter that begins with one is a confirmation of receipt. */
export const CONFIRMS_RECEIPT: ReadonlySet<string> = new Set<TemplateName>([
  'acknowledgement',
  'received-for-person',
  'legal-notice',
  'documents-received',
])

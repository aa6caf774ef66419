/** The words in which people say what a mail wants. */
import { INTENTS, type Intent } from '../labels.ts'
import { words } from './words.ts'

export const INTENT_WORDS: Readonly<Record<Intent, readonly string[]>> = {
  'agreement-request': [
    'agreement request',
    ...['request for an agreement', 'new agreement', 'new agreement request', 'ica request', 'request for an ica'],
    ...['interconnection agreement request', 'interconnection request', 'request to negotiate', 'negotiation request'],
    ...['request for negotiation', 'request', 'agreement request form', 'arf', 'new request'],
  ],
  'opt-in-inquiry': [
    'opt-in inquiry',
    ...[
      'opt-in',
      'opt in',
      'optin',
      'opt-in enquiry',
      'opt-in question',
      'opt-in request',
      'adoption',
      'adoption inquiry',
    ],
    ...['adoption request', '252(i) request', 'mfn', 'mfn request', 'question about adoptable agreements'],
  ],
  'early-ordering-letter': [
    'early ordering letter',
    ...['early ordering', 'early ordering request', 'early order', 'eola', 'request for early ordering'],
  ],
  'amendment-request': ['amendment request', 'amendment', 'request for an amendment', 'change of the agreement'],
  'customer-questionnaire': ['customer questionnaire', 'questionnaire', 'cq', 'questionnaire submission'],
  'signed-agreement': [
    'signed agreement',
    ...['signature', 'signed copy', 'signature page', 'executed agreement', 'signed ica', 'returned agreement'],
  ],
  'supporting-document': [
    'supporting document',
    ...['supporting documents', 'document', 'documents', 'certificate', 'ocn letter', 'evidence', 'evidence document'],
    ...['follow-up document', 'follow-up documents', 'tax form', 'tax forms'],
  ],
  'status-inquiry': [
    'status inquiry',
    ...['status', 'status enquiry', 'status question', 'status request', 'question about the status', 'follow-up'],
    ...['follow up', 'chaser', 'asking for status', 'asking for the status', 'request for status'],
  ],
  'network-readiness': [
    'network readiness',
    ...['network', 'network question', 'network information', 'network readiness question', 'poi question'],
  ],
  'process-question': [
    'process question',
    ...['question', 'general question', 'how-to question', 'question about the process', 'general inquiry', 'inquiry'],
    ...['enquiry', 'general enquiry', 'procedural question'],
  ],
  'account-change': [
    'account change',
    ...[
      'change of account',
      'contact change',
      'change of contact',
      'change of address',
      'name change',
      'notice change',
    ],
    ...['address change', 'account update', 'contact update'],
  ],
  'other-department': [
    'other department',
    ...['another department', 'for another department', 'misdirected', 'wrong department', 'not for us', 'for repair'],
    ...['for billing', 'billing question', 'repair', 'order question', 'for ordering'],
  ],
  unrelated: [
    'unrelated',
    'spam',
    'junk',
    'noise',
    'nothing',
    'irrelevant',
    'sales pitch',
    'advertising',
    'nothing for us',
  ],
}

const BY_WORDS: ReadonlyMap<string, Intent> = new Map(
  INTENTS.flatMap((intent) => [intent, ...INTENT_WORDS[intent]].map((one) => [words(one), intent] as const)),
)

export function intentNamed(text: string): Intent | null {
  return BY_WORDS.get(words(text)) ?? null
}

export function intentWord(intent: Intent): string {
  return INTENT_WORDS[intent][0] ?? intent
}

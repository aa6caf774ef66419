/**
 * The Customer Questionnaire of the QC side. It is possible before the agreement is signed (domain 2.2 ordering 5) and
 * asked for when the request itself can be worked with.
 */
import { isMet, isUsable } from './facts.ts'
import type { ItemRule, Step } from './step.ts'

export const questionnaire: Step = {
  id: 'questionnaire',
  title: 'Customer Questionnaire',
  source: 'domain 2.2 steps 4, 4b and 4c, 3.3; QUES, TAX',
  applies: (file) => file.family === 'qc',
  gates: [],
  items: [
    {
      id: 'questionnaire',
      label: 'Customer Questionnaire',
      owner: 'clec',
      need: (file) => (isUsable(file) ? 'now' : 'later'),
      ask: 'Please complete the Customer Questionnaire; the first submission has to be complete in all sections.',
      proof: 'the completed questionnaire, or word that it was submitted online',
      source: 'domain 3.3; QUES',
    },
    {
      id: 'questionnaire-refreshed',
      label: 'Customer Questionnaire renewed',
      owner: 'carrier',
      need: (file) => (isMet(file, 'questionnaire') ? 'optional' : 'never'),
      ask: 'The day of the yearly renewal is recorded by us.',
      proof: 'the renewed questionnaire, or word that it was renewed online',
      source: 'domain 2.3; QUES',
      blocks: false,
    },
    {
      id: 'ocn-letter',
      label: 'NECA letter assigning the OCN',
      owner: 'clec',
      need: (file) => (isUsable(file) ? 'now' : 'later'),
      ask: 'Please send the letter or mail by which NECA assigned your operating company number (OCN).',
      proof: 'the letter or mail of NECA, naming the legal entity',
      source: 'domain 2.2 step 4b, 3.9; QUES',
    },
    {
      id: 'questionnaire-papers',
      label: 'Further documents of the questionnaire',
      owner: 'clec',
      // Which they are the questionnaire says, by what was answered in it; the carrier's page gives two weeks for them.
      need: () => 'optional',
      ask: 'Please send the further documents that the questionnaire names for your answers, such as the credit application; ordering may have to wait for them.',
      proof:
        'the documents: credit application, letter of authorization for customers, certificate of insurance and the like',
      source: 'domain 2.2 step 4b; QUES',
      blocks: false,
    },
    ofQuestionnaire(
      'questionnaire-credit',
      'Credit application',
      'Please send the credit application that belongs to the Customer Questionnaire; ordering may have to wait for it.',
    ),
    ofQuestionnaire(
      'questionnaire-authorization',
      'Letter of authorization for customer records',
      'Please send the signed letter of authorization for the records of customers; ordering may have to wait for it.',
    ),
    ofQuestionnaire(
      'questionnaire-insurance',
      'Certificate of insurance',
      'Please send the certificate of insurance that belongs to the Customer Questionnaire; ordering may have to wait for it.',
    ),
    {
      id: 'tax-forms',
      label: 'Tax exemption forms',
      owner: 'clec',
      // Most claim no exemption, and whoever does is told of it with the questionnaire.
      need: () => 'optional',
      ask: 'If you claim exemption from taxes, please send the exemption certificates.',
      proof: 'the certificates, or the answer that the company indemnifies the carrier',
      source: 'domain 2.2 step 4c; TAX',
      blocks: false,
    },
  ],
}

/** Owed once the questionnaire's answers name it (`proofs/further-papers.ts`). */
function ofQuestionnaire(id: ItemRule['id'], label: string, ask: string): ItemRule {
  return {
    ...{ id, label, ask, owner: 'clec', need: () => 'optional', proof: 'the paper itself', blocks: false },
    source: 'domain 2.2 step 4b; QUES',
  }
}

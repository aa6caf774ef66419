/** The request: the Agreement Request Form, or a mail that says what it asks. Missing fields stop no clock (domain T2). */
import type { CaseFile } from '../casework/case-file.ts'
import { hasProblem, isAboutOne, isMet, wantsAgreement } from './facts.ts'
import type { Need, Step } from './step.ts'

export const agreementRequest: Step = {
  id: 'agreement-request',
  title: 'Agreement request',
  source: 'domain 2.2 steps 3a and 3b, 3.1; SEED, NEG17',
  applies: () => true,
  gates: [],
  items: [
    {
      id: 'legal-name',
      label: 'Legal name of the company',
      owner: 'clec',
      need: (file) => (wantsAgreement(file) || isAboutOne(file) ? 'now' : 'optional'),
      ask: 'Please give the exact legal name of the company that is to hold the agreement, as it is registered.',
      proof: 'the legal name in the request form, the letter or the mail',
      source: 'domain 3.1, T8',
    },
    {
      id: 'state',
      label: 'State or states',
      owner: 'clec',
      need: (file) => (wantsAgreement(file) || isAboutOne(file) ? 'now' : 'optional'),
      ask: 'Please name the state or states that the request is for.',
      proof: 'the state in the request form or the mail',
      source: 'domain 3.1; NEG79',
    },
    {
      id: 'agreement-type',
      label: 'Type of agreement',
      owner: 'clec',
      need: forAgreement,
      ask: 'Please tell us which type of agreement you request: interconnection, resale or commercial.',
      proof: 'the type in the request form or the mail',
      source: 'domain 3.1; NEG15',
    },
    {
      id: 'request-form',
      label: 'Agreement Request Form',
      owner: 'clec',
      need: forAgreement,
      ask: 'Please send the completed Agreement Request Form, or the same information in a mail: legal name, type of company and state of formation, states, type of carrier (facility-based, reseller or wireless), type of agreement and the way to it, and the contact for notices.',
      proof: 'the completed form, or mails that say together who, where, what and whom to notify',
      source: 'domain 2.2 step 3a, 3.1; SEED',
    },
    {
      id: 'notice-contact',
      label: 'Contact for notices',
      owner: 'clec',
      need: forAgreement,
      ask: 'Please name the contact for notices: name, title, postal address, telephone number and email address.',
      proof: 'a person named as contact, or the sender for its own company',
      source: 'domain 3.1; CLSP13',
    },
    {
      id: 'sender-authority',
      label: 'Authority to act for the company',
      owner: 'clec',
      need: (file) => (hasProblem(file, 'sender-authority') ? 'now' : 'optional'),
      ask: 'Please send a note of the company that authorizes you to act for it in this matter.',
      proof: 'a letter of agency, or a note of the company itself',
      source: 'domain T9',
    },
    {
      id: 'introduced',
      label: 'Counsel or adviser whom the company introduced',
      owner: 'clec',
      need: () => 'optional',
      ask: 'Please name counsel or an adviser who acts for the company, with an email address.',
      proof: 'a mail of somebody who takes part in the case, and is known to be theirs',
      source: 'domain T9, 6.3',
    },
  ],
}

/** The tariff is no agreement, so nobody fills in a form for it; and what was drafted was requested. */
function forAgreement(file: CaseFile): Need {
  if (file.route === 'tariff') return 'never'
  if (isMet(file, 'draft-issued')) return 'optional'
  return wantsAgreement(file) ? 'now' : 'optional'
}

/** Everything that a case's checklist can hold, in the order of the carrier's process. A word is never renamed. */
export const ITEMS = [
  // certification
  'certification', // the commission's certificate, order or registration letter
  // agreement request
  'request-form', // the Agreement Request Form, or a mail that says all that it asks
  'legal-name',
  'state',
  'agreement-type',
  'notice-contact',
  'sender-authority', // a consultant's or counsel's authority to act (T9)
  'introduced', // counsel or advisers whom the company itself introduced, by their addresses
  // route
  'route',
  'adopted-agreement', // whose agreement, of which state, under which docket
  'amendments-choice', // opt-in: base only, or base and which amendments (T14)
  'negotiation-request',
  'lead-negotiator',
  'tariff-election',
  // draft, signature, filing, approval
  'draft-issued',
  'clec-signature',
  'carrier-signature',
  'filed',
  'approved',
  'notice-published', // New Mexico's advice notice
  'made-public', // the commission opened the approved agreement to inspection
  // negotiation and arbitration: days that a person records, never a mail by itself
  'written-answer', // we answered the request in writing, by a person
  'petition-filed',
  'petition-received', // by the commission
  'petition-served', // on us
  'petition-answered',
  'arbitration-decided',
  'agreement-end', // the day that the agreement names as its end, as `YYYY-MM-DD`
  // questionnaire and what it names (QC family)
  'questionnaire',
  'questionnaire-refreshed', // the yearly renewal
  'ocn-letter',
  'questionnaire-papers', // what it names besides, all of it
  'questionnaire-credit', // each by itself: the credit application
  'questionnaire-authorization', // the authority for customers' records
  'questionnaire-insurance', // the certificate of insurance
  'tax-forms',
  // start-up forms (CT/EQ family): two evidence documents above, and six forms
  'start-up-profile',
  'start-up-credit',
  'start-up-billing',
  'start-up-contacts',
  'start-up-authorization',
  'start-up-access',
  'start-up-deposit',
  // network, collocation
  'network-information',
  'collocation-terms',
  // early ordering
  'early-ordering-request',
  'early-ordering-letter-issued',
  'early-ordering-letter-signed',
  // the end
  'ready-to-order',
] as const
export type ItemId = (typeof ITEMS)[number]

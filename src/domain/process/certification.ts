/**
 * Certification by the state commission. The carrier's page wants it before first contact (NEG17), but making
 * negotiation depend on it is bad faith (47 CFR 51.301(c)(4); domain T1): it is asked for from the first day, it is a
 * gate of execution and ordering, and of nothing before.
 */
import { stateName } from '../states.ts'
import { needsCertificate, RESELLERS_EXEMPT } from './facts.ts'
import type { Step } from './step.ts'

export const certification: Step = {
  id: 'certification',
  title: 'Certification',
  source: 'domain 2.2 step 2, T1; NEG17; 47 CFR 51.301(c)(4)',
  applies: needsCertificate,
  gates: [],
  items: [
    {
      id: 'certification',
      label: (file) =>
        file.carrierType === 'wireless'
          ? 'FCC (CMRS) authority'
          : 'Certificate or registration of the state commission',
      owner: 'clec',
      need: () => 'now',
      ask: (file) => {
        if (file.carrierType === 'wireless')
          return 'Please send a copy of your FCC (CMRS) authority when you have it. It is not a condition for your request or for negotiations.'
        const issuer = file.state === null ? "each state's commission" : `the commission of ${stateName(file.state)}`
        const exception =
          RESELLERS_EXEMPT.has(file.state) && file.carrierType === null
            ? ' Resellers do not need one in this state; please tell us if you will only resell.'
            : ''
        return `Please send a copy of the certificate, order or registration letter of ${issuer} when you have it.${exception} It is not a condition for your request or for negotiations.`
      },
      proof: 'the certificate, order or registration letter (CPCN, certificate of authority), naming the legal entity',
      source: 'domain 3.9, T1; FORMS; WSP for wireless carriers',
    },
  ],
}

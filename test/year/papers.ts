/** The papers that carriers send: Word and PDF files with words of their own. */

import { stateName } from '../../src/domain/states.ts'
import { docx, p, table } from '../documents/build/office.ts'
import { pdf } from '../documents/build/pdf.ts'
import type { Carrier } from './carriers.ts'

export interface Paper {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

export type Way = 'template' | 'negotiate' | 'opt-in' | 'commercial' | 'reseller' | 'tariff'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function word(name: string, body: string): Paper {
  return { name: `${name}.docx`, type: DOCX, bytes: docx(body) }
}

function page(name: string, lines: readonly string[]): Paper {
  const words = lines.map((line, at) => [72, 720 - at * 22, line, 11] as const)
  return { name: `${name}.pdf`, type: 'application/pdf', bytes: pdf([{ words }]) }
}

const WAYS: Readonly<Record<Way, readonly [type: string, way: string]>> = {
  template: ['Interconnection agreement (47 U.S.C. 251/252)', 'Template agreement as is, no changes'],
  negotiate: ['Interconnection agreement (47 U.S.C. 251/252)', 'Negotiation'],
  'opt-in': ['Interconnection agreement (47 U.S.C. 251/252)', 'Opt-in to an approved agreement'],
  commercial: ['Commercial agreement', 'Commercial agreement'],
  tariff: ['Interconnection under the Colorado tariff', 'Colorado interconnection tariff'],
  reseller: ['Interconnection agreement (47 U.S.C. 251/252)', 'Template agreement as is, no changes'],
}

/** The Agreement Request Form, as a Word table or as a PDF. */
export function requestForm(carrier: Carrier, states: readonly string[], way: Way, as: 'docx' | 'pdf'): Paper {
  const fields = [
    ['Legal name of company', carrier.company],
    ['Entity type and state of formation', carrier.formation],
    ['State(s) requested', states.map(stateName).join(', ')],
    ['Carrier type', way === 'reseller' ? 'Reseller' : 'Facility-based CLEC'],
    ['Type of agreement', WAYS[way][0]],
    ['Agreement choice', WAYS[way][1]],
    ['Contact for notices', `${carrier.person}, ${carrier.title}`],
    ['Notice address', `${carrier.street}, Springfield`],
    ['Telephone', carrier.phone],
    ['Email', carrier.address],
  ] as const
  if (as === 'docx') return word('Agreement Request Form', p('Agreement Request Form') + table(...fields))
  return page('Agreement Request Form', [
    'AGREEMENT REQUEST FORM',
    ...fields.map(([name, value]) => `${name}: ${value}`),
  ])
}

export function certificate(company: string, state: string): Paper {
  return page('Certificate', [
    `${stateName(state).toUpperCase()} PUBLIC UTILITIES COMMISSION`,
    'CERTIFICATE OF PUBLIC CONVENIENCE AND NECESSITY',
    `State of ${stateName(state)}`,
    `It is hereby certified that ${company}`,
    'is authorized to provide local exchange telecommunications service in the State.',
    'Issued by order of the Commission.',
  ])
}

export function ocnLetter(carrier: Carrier): Paper {
  return page('NECA company code letter', [
    'National Exchange Carrier Association (NECA)',
    'Company Code Administration',
    `Company: ${carrier.company}`,
    `OCN: ${carrier.ocn}`,
    'The operating company number above has been assigned to the company.',
  ])
}

export function questionnaire(carrier: Carrier): Paper {
  const fields = [
    ['Legal name', carrier.company],
    ['Contact', carrier.person],
    ['Telephone', carrier.phone],
    ['Email', carrier.address],
    ['OCN', carrier.ocn],
    ['Billing address', `${carrier.street}, Springfield`],
    ['Monthly volume estimate', '250 lines'],
    ['System access', 'EASE'],
    ['Escalation contact', carrier.person],
    ['Tax exempt', 'No'],
  ] as const
  return word('Customer Questionnaire', p('Customer Questionnaire') + table(...fields))
}

export function signedPages(carrier: Carrier, tracking: string): Paper {
  return page('Signature page', [
    'INTERCONNECTION AGREEMENT - SIGNATURE PAGE',
    `Agreement number ${tracking}`,
    'IN WITNESS WHEREOF the parties have executed this Agreement.',
    carrier.company,
    `By: /s/ ${carrier.person}`,
    `Name: ${carrier.person}`,
    `Title: ${carrier.title}`,
  ])
}

export function earlyOrderingLetter(carrier: Carrier, tracking: string): Paper {
  return page('Early Ordering Letter', [
    'EARLY ORDERING LETTER AGREEMENT',
    `Agreement number ${tracking}`,
    `${carrier.company} may place orders before the Commission has acted on the agreement.`,
    `By: /s/ ${carrier.person}`,
    `Title: ${carrier.title}`,
  ])
}

export function taxForm(carrier: Carrier): Paper {
  return page('Tax exemption certificate', [
    'TAX EXEMPTION CERTIFICATE',
    `Purchaser: ${carrier.company}`,
    'Services are bought for resale.',
    `By: /s/ ${carrier.person}`,
  ])
}

export function redline(carrier: Carrier): Paper {
  return page('Template redlined', [
    'Tracked changes (redlined version)',
    'Negotiations Template Agreement',
    `Comments of ${carrier.company}`,
    '5.4 Payment: thirty (30) changed to forty-five (45).',
    '7.1 Point of interconnection: one per LATA.',
  ])
}

export function agencyLetter(company: string, lawyer: string, firm: string): Paper {
  return page('Letter of agency', [
    'LETTER OF AGENCY',
    `${company} authorizes ${lawyer} of ${firm} to act for it and on its behalf`,
    'in the matter of its interconnection agreement.',
    `By: /s/ Officer of ${company}`,
  ])
}

/** The six forms of the start-up (CT/EQ family), in the words that the desk uses. */
export function startUpForms(carrier: Carrier): readonly Paper[] {
  const form = (name: string, ...rows: readonly string[]) =>
    word(name, p(name) + table(['Company', carrier.company], ...rows.map((row) => row.split('=') as [string, string])))
  return [
    form('CLEC profile', 'Carrier type=Facility-based', 'States=as requested', `OCN=${carrier.ocn}`, 'Switch=leased'),
    form('Credit application', 'Bank=First Prairie Bank', 'Years in business=7', 'References=three', 'Limit=50,000'),
    form('Billing and account set-up', `Address=${carrier.street}`, 'Media=electronic', 'Cycle=monthly', 'Payment=ACH'),
    form(
      'Contact and escalation list',
      `Orders=${carrier.person}`,
      'Repair=NOC',
      'Billing=AP',
      `Phone=${carrier.phone}`,
    ),
    form(
      'Blanket letter of authorization',
      `Signed=${carrier.person}`,
      'Scope=customer records',
      'Term=open',
      'State=all',
    ),
    form('Systems access request', `User=${carrier.person}`, 'System=EASE', 'Role=orders', 'Seats=2'),
  ]
}

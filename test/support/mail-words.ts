/** Invented carriers and what they write: the stock from which `mail-writer.ts` makes mails. */
import type { Chance } from './chance.ts'

export interface Firm {
  /** Legal name. */
  readonly name: string
  readonly domain: string
  readonly state: string
  readonly city: string
}

export interface Person {
  readonly name: string
  readonly address: string
  readonly title: string
  readonly phone: string
}

/** What a person writes: greeting and signature come around it. */
export interface Letter {
  readonly subject: string
  readonly text: string
  /** Name of the file that goes with it, without ending; null: none. */
  readonly attached: string | null
}

const FIRST = [
  'Juniper',
  'Sandstone',
  'Elkhorn',
  'Prairie',
  'Copper',
  'Basin',
  'Larkspur',
  'Silver',
  'Tamarack',
  'Mesa',
]
const SECOND = ['Fiber', 'Telecom', 'Broadband', 'Networks', 'Communications', 'Voice', 'Wireless', 'Telephone']
const FORM = ['LLC', 'Inc.', 'L.L.C.', 'Corp.', 'Cooperative']
const PLACES = [
  ['Colorado', 'Durango'],
  ['Utah', 'Provo'],
  ['Idaho', 'Boise'],
  ['Wyoming', 'Casper'],
  ['Montana', 'Butte'],
  ['Oregon', 'Bend'],
  ['Nebraska', 'Kearney'],
  ['Arizona', 'Prescott'],
] as const
const GIVEN = ['Dana', 'Marisol', 'Terrence', 'Ingrid', 'Kwame', 'Lucia', 'Owen', 'Priya', 'Stellan', 'Yolanda']
const FAMILY = ['Whitaker', 'Oduya', 'Lindgren', 'Castellanos', 'Brandt', 'Nakai', 'Ferreira', 'Hollis', 'Yamada']
const TITLES = ['Director of Carrier Relations', 'Office Manager', 'General Counsel', 'Regulatory Manager', 'President']

/** `index` makes each firm and its domain one of a kind. */
export function inventFirm(luck: Chance, index: number): Firm {
  const [first, second] = [luck.pick(FIRST), luck.pick(SECOND)]
  const [state, city] = luck.pick(PLACES)
  const name = `${first} ${second} ${inWords(index)}, ${luck.pick(FORM)}`
  return { name, domain: `${first}${second}-${index}.example`.toLowerCase(), state, city }
}

export function inventPerson(luck: Chance, firm: Firm): Person {
  const [given, family] = [luck.pick(GIVEN), luck.pick(FAMILY)]
  const phone = `(${200 + luck.whole(700)}) 555-01${String(luck.whole(100)).padStart(2, '0')}`
  const address = `${given}.${family}@${firm.domain}`.toLowerCase()
  return { name: `${given} ${family}`, address, title: luck.pick(TITLES), phone }
}

export function inventLetter(luck: Chance, firm: Firm): Letter {
  return luck.pick(LETTERS)(luck, firm)
}

/** What somebody asks who has written before. */
export function inventReminder(luck: Chance, firm: Firm): string {
  return luck.pick([
    `Could you tell me where our request for ${firm.state} stands, and who is handling it?`,
    `What is the status of the agreement request of ${firm.name}? Our board meets next week.`,
    `May I ask for the status of our request? We have not heard from a negotiator yet.`,
  ])
}

type Write = (luck: Chance, firm: Firm) => Letter

const LETTERS: readonly Write[] = [
  function negotiate(luck, { name, state }) {
    const opening = luck.pick([
      `${name} requests to negotiate an interconnection agreement for ${state} under Sections 251 and 252 of the Act.`,
      `please take this mail as the request of ${name} to negotiate an interconnection agreement for ${state}.`,
    ])
    const detail = luck.pick([
      'We would like to talk about the point of interconnection and the deposit terms.',
      'Redlines to your template will follow once we know who our negotiator is.',
    ])
    return { subject: `Request to negotiate - ${name} - ${state}`, text: `${opening} ${detail}`, attached: null }
  },
  function asIs(luck, { name, state }) {
    const text = luck.pick([
      `${name} wants to sign your template interconnection agreement for ${state} as it is, without changes.`,
      `We need an interconnection agreement for ${state}. Your standard template is fine with ${name}; we will sign it unchanged.`,
    ])
    return {
      subject: `Agreement Request Form - ${name}`,
      text: `${text} The completed Agreement Request Form is attached.`,
      attached: 'Agreement Request Form',
    }
  },
  function optIn(luck, { name, state }) {
    const other = `${luck.pick(FIRST)} Partners, Inc.`
    const text = `Pursuant to 47 U.S.C. 252(i), ${name} elects to opt in to the ${state} interconnection agreement of ${other} in its entirety. Kindly confirm receipt.`
    return {
      subject: `${name}: adoption of the ${other} agreement`,
      text,
      attached: luck.pick(['252(i) letter', null]),
    }
  },
  function amend(luck, { name, state }) {
    const what = luck.pick(['third-party transit', 'SIP interconnection', 'a second point of interconnection'])
    const text = `${name} asks for an amendment to its ${state} interconnection agreement in order to add ${what}. All other terms stay as they are; please prepare the amendment.`
    return { subject: `Amendment request: ${what} (${state})`, text, attached: null }
  },
  function questionnaire(_luck, { name, state }) {
    const text = `attached please find the completed Customer Questionnaire of ${name} for ${state}. Please tell us whether anything is missing.`
    return { subject: `Customer Questionnaire ${name}`, text, attached: 'Customer Questionnaire' }
  },
  function status(luck, { name, state, city }) {
    const weeks = luck.pick(['three', 'four', 'six'])
    const text = `it has been ${weeks} weeks since ${name}, ${city}, sent its agreement request for ${state}. What is the status, and who is handling it?`
    return { subject: `Status of our ${state} request`, text, attached: null }
  },
  function early(_luck, { name, state }) {
    const text = `${name} has signed the ${state} interconnection agreement and waits for the commission. Please send us the early ordering letter so that we can order before approval.`
    return { subject: `Early ordering letter for ${state}`, text, attached: null }
  },
]

const NUMERALS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** A number a firm could bear in its name: 0 is `One`, 27 is `Three Eight`. */
function inWords(index: number): string {
  const digits = index < NUMERALS.length ? [index] : [...String(index)].map(Number)
  return digits.map((digit) => NUMERALS[digit]).join(' ')
}

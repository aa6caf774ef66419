/**
 * What carriers write, several wordings of each matter. All of them are mails that the understanding acts on;
 * `murky` ones it leaves to a person.
 */
import { stateName } from '../../src/domain/states.ts'
import type { Carrier } from './carriers.ts'

/** Subject and text, without greeting and sign-off. */
export type Words = readonly [subject: string, text: string]
export type Wording = readonly Words[]

export interface About {
  readonly carrier: Carrier
  /** USPS codes. */
  readonly states: readonly string[]
}

const named = (states: readonly string[]) => {
  const names = states.map(stateName)
  return names.length === 1 ? (names[0] as string) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export function templateRequest({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `Agreement request - ${company} - ${place}`,
      `${company} requests an interconnection agreement for ${place}. We will sign your Negotiations Template Agreement as is, without changes. Our completed Agreement Request Form is attached.`,
    ],
    [
      `Interconnection agreement for ${place}`,
      `attached is the completed Agreement Request Form of ${company}. We need an interconnection agreement in ${place} and take your template agreement as it is; no edits from our side.`,
    ],
    [
      `${company}: request form and template agreement, ${place}`,
      `please find enclosed our Agreement Request Form. ${company} would like to sign your standard template interconnection agreement for ${place} unchanged.`,
    ],
  ]
}

export function negotiateRequest({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `Request to negotiate - ${company} - ${place}`,
      `${company} requests to negotiate an interconnection agreement for ${place} under Sections 251 and 252 of the Act. Please treat this mail as our request. The Agreement Request Form is attached.`,
    ],
    [
      `${place}: request for negotiation of an interconnection agreement`,
      `please take this mail as the request of ${company} to negotiate an interconnection agreement for ${place} under Section 252. Our Agreement Request Form is attached; redlines will follow.`,
    ],
  ]
}

export function fiveStatesRequest({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `Interconnection agreements in five states - ${company}`,
      `${company} requests interconnection agreements for ${place}. We will sign your template agreement as is in each state. Our completed Agreement Request Form is attached.`,
    ],
    [
      `${company}: template agreements for ${place}`,
      `attached is our Agreement Request Form for five states: ${place}. ${company} takes your template interconnection agreement without changes in all of them.`,
    ],
  ]
}

export function tariffElection({ carrier: { company } }: About): Wording {
  return [
    [
      `Agreement request - ${company} - Colorado`,
      `${company} requests an interconnection agreement for Colorado. We elect the Colorado interconnection tariff.`,
    ],
    [
      `${company}: request for interconnection in Colorado`,
      `${company} requests an interconnection arrangement in Colorado and elects to use the Colorado tariff for it. The request form is attached.`,
    ],
  ]
}

export function commercialRequest({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `Commercial agreement request - ${company}`,
      `${company} requests a commercial agreement for local services platform (CLSP) lines in ${place}. Our completed Agreement Request Form is attached.`,
    ],
    [
      `Request for a commercial platform agreement in ${place}`,
      `we would like to buy your commercial local platform in ${place} and need a commercial agreement. The Agreement Request Form of ${company} is attached.`,
    ],
  ]
}

export function resaleRequest({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `Resale agreement for ${place} - ${company}`,
      `${company} requests an interconnection agreement for ${place}. We are a pure reseller and will sign your template agreement as is. The Agreement Request Form is attached.`,
    ],
    [
      `${company} - template agreement request, ${place}`,
      `attached is the Agreement Request Form of ${company}, a reseller in ${place}. We only resell. We request an interconnection agreement and sign your template unchanged.`,
    ],
  ]
}

/** Says nothing of amendments (domain T14). */
export function optInRequest(about: About, other: string, docket: string): Wording {
  const { carrier, states } = about
  const place = named(states)
  return [
    [
      `Opt-in under 252(i) - ${carrier.company} - ${place}`,
      `pursuant to 47 U.S.C. 252(i), ${carrier.company} elects to adopt in its entirety the interconnection agreement of ${other} in ${place}, approved in Docket No. ${docket}. The Agreement Request Form is attached.`,
    ],
    [
      `${carrier.company}: adoption of the ${other} agreement, ${place}`,
      `${carrier.company} hereby elects under Section 252(i) to opt in to the ${place} interconnection agreement of ${other} approved in Docket No. ${docket}, in its entirety. Our Agreement Request Form is attached.`,
    ],
  ]
}

export function amendmentsAnswer({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    ['', `${company} adopts the base agreement together with all of its amendments in ${place}.`],
    [
      '',
      `you asked about the amendments. ${company} adopts the ${place} agreement in its entirety, including all amendments.`,
    ],
    [
      '',
      `our adoption in ${place} is of the whole agreement, with all of its amendments. ${company} adopts it so, under section 252(i).`,
    ],
  ]
}

export function soldRequest({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `Interconnection agreement - ${place}`,
      `${company} requests an interconnection agreement for ${place} and will sign your template as is. The Agreement Request Form is attached.`,
    ],
    [
      `Agreement request ${company}, ${place}`,
      `attached is our Agreement Request Form. ${company} needs an interconnection agreement in ${place}; your template is fine without changes.`,
    ],
  ]
}

/** The questionnaire with the papers that go with it. */
export function questionnairePack({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `Customer Questionnaire - ${company}`,
      `please find attached the completed Customer Questionnaire of ${company} for ${place}, and with it the certificate, the OCN letter of NECA and the tax exemption certificate that you asked for.`,
    ],
    [
      `${company}: questionnaire, certificate and OCN letter`,
      `enclosed are our completed Customer Questionnaire, the commission's certificate, the OCN assignment letter of NECA and our tax exemption certificate for ${place}.`,
    ],
  ]
}

/** The same without a certificate. */
export function questionnaireOnly({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `NECA letter and tax certificate - ${company}`,
      `attached are the documents that you asked for: the NECA letter for our OCN, the tax exemption certificate, and our Customer Questionnaire.`,
    ],
    [
      `${company}: documents for ${place}`,
      `enclosed are the documents that you asked for in your last mail: our completed Customer Questionnaire, the letter of NECA and the tax exemption certificate.`,
    ],
  ]
}

export function certificateMail({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `Certificate of ${company}`,
      `attached is the ${place} commission's certificate of ${company} that you asked for.`,
    ],
    [
      `State certification ${place}`,
      `please find attached our certificate of public convenience and necessity for ${place}.`,
    ],
  ]
}

export function signed({ carrier: { company } }: About, tracking: string): Wording {
  return [
    [
      `Signed agreement ${tracking}`,
      `attached is the signature page of agreement ${tracking}, signed by ${company}. Please countersign and return the executed copy.`,
    ],
    [
      `${company}: signed interconnection agreement`,
      `we have signed the agreement ${tracking}; the signed signature page is attached.`,
    ],
  ]
}

export function signedWithCertificate({ carrier: { company } }: About, tracking: string): Wording {
  return [
    [
      `Signed agreement ${tracking}`,
      `attached are the signature page of agreement ${tracking}, signed by ${company}, and the certificate that you asked for.`,
    ],
  ]
}

export function redlines({ carrier: { company } }: About): Wording {
  return [
    [
      `Redlines - ${company}`,
      `attached are our redlines to your template agreement. We look forward to the first call.`,
    ],
    [
      `${company}: redlined template`,
      `attached is the redlined template agreement with our proposed changes; we request to negotiate on this basis.`,
    ],
  ]
}

export function earlyOrdering({ carrier: { company }, states }: About, tracking: string): Wording {
  const place = named(states)
  return [
    [
      `Early ordering letter - ${company}`,
      `${company} would like to place orders before the commission approves our ${place} agreement ${tracking}. Please send us the Early Ordering Letter Agreement.`,
    ],
    [
      `Early Ordering Letter Agreement for ${place}`,
      `please send ${company} the Early Ordering Letter Agreement so that we can order while approval of agreement ${tracking} is pending.`,
    ],
  ]
}

export function earlyOrderingSigned({ carrier: { company } }: About, tracking: string): Wording {
  return [
    [
      `Signed Early Ordering Letter Agreement`,
      `attached is the Early Ordering Letter Agreement for ${tracking}, signed by ${company}.`,
    ],
    [`${company}: EOLA signed`, `we have signed the Early Ordering Letter Agreement; the signed letter is attached.`],
  ]
}

export function status({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `Status of our ${place} request`,
      `could you tell us the status of the agreement request of ${company} for ${place}?`,
    ],
    [`Where does our request stand?`, `what is the status of our request for ${place}, and who is handling it?`],
  ]
}

export const thanks: Wording = [
  ['', 'Thank you very much!'],
  ['', 'Thanks, got it. Have a good weekend.'],
  ['', 'Many thanks for the quick answer.'],
]

export function withdrawal({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `Withdrawal of our request`,
      `our plans have changed: ${company} withdraws its request for an interconnection agreement in ${place}. Please close the case.`,
    ],
    [`Please close our request`, `we no longer need the ${place} agreement and withdraw our request. Please close it.`],
  ]
}

export function startUpPack({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `Start-up forms - ${company}`,
      `attached are the start-up forms of ${company} for ${place}: CLEC profile, credit application, billing set-up, contact list, blanket letter of authorization and systems access request, with our certificate and the NECA letter for the OCN.`,
    ],
    [
      `${company}: start-up documents for ${place}`,
      `enclosed are all start-up documents for ${place} that you asked for: the six forms, the commission's certificate and the OCN letter of NECA.`,
    ],
  ]
}

export function lawyersRequest({ carrier: { company }, states }: About): Wording {
  const place = named(states)
  return [
    [
      `${company} - interconnection agreement, ${place}`,
      `on behalf of our client ${company}, we request an interconnection agreement for ${place}. Our client will sign your template agreement as is. The Agreement Request Form of ${company} is attached.`,
    ],
  ]
}

export function agency({ carrier: { company } }: About): Wording {
  return [
    [
      `${company}: letter of agency`,
      `attached is the letter of agency by which ${company} authorizes us to act for it in this matter.`,
    ],
  ]
}

/** Nobody could say what these want; a person reads them. */
export const murky: Wording = [
  [
    'As discussed with your colleague',
    'we talked to somebody at your company at the conference in Denver and were told to write to this address. He said that you would know what we need and what comes next. Please let me know how you wish to handle it.',
  ],
  [
    'Our plans for the coming year',
    'as discussed with your colleague on Tuesday, please go ahead with our interconnection matter the way we said. The file is too large for mail. Can you give me a call?',
  ],
]

/** `$BACK` is the day of return. */
export const absence: Wording = [
  [
    'Automatic reply: {subject}',
    'I am out of the office and will be back on $BACK. For urgent matters please call our main number.',
  ],
  ['Out of office: {subject}', 'Thank you for your mail. I am away until $BACK with no access to mail.'],
]

export const responder: Wording = [
  [
    'Ticket received',
    'Thank you for contacting us. Your message has been received and a ticket has been opened. Our team will respond to you as soon as possible.',
  ],
]

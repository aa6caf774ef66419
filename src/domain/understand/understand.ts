import type { Intent } from '../labels.ts'
import type { ReadMail } from '../mail.ts'
import type { Understanding } from '../understanding.ts'
import { documentsOf, documentsOutside } from './documents.ts'
import { agreementOf } from './facts/agreement.ts'
import { companyOf } from './facts/company.ts'
import { contactOf } from './facts/contact.ts'
import { identifiersOf } from './facts/identifiers.ts'
import { statesOf } from './facts/states.ts'
import { intentsOf } from './intents.ts'
import type { KindFinding } from './kind/finding.ts'
import type { KindWorld } from './kind/look.ts'
import { kindOf } from './kind.ts'
import { type Reading, readingOf } from './reading.ts'

/**
 * Understands one mail: who wrote it, what it wants, for whom and where. Pure and local; every decision quotes the words
 * that led to it. Steps: lay the mail out, tell the kind, and for a person's mail score the intents and read the facts.
 * A trained model may replace `intentsOf`; the rest stays.
 */
export function understand(mail: ReadMail, world: KindWorld): Understanding {
  const reading = readingOf(mail)
  const kind = kindOf(reading, world)
  return kind.kind === 'human' ? understandPerson(reading, kind, world.ownAddresses) : understandMachine(reading, kind)
}

/** Request fields stay empty for machines, even if the mail carries a copy of a request. */
function understandMachine(reading: Reading, kind: KindFinding): Understanding {
  return {
    kind: kind.kind,
    ...NO_REQUEST,
    intents: [],
    abstained: false,
    documents: documentsOutside(reading),
    evidence: kind.evidence,
  }
}

function understandPerson(reading: Reading, kind: KindFinding, ownAddresses: readonly string[]): Understanding {
  const documents = documentsOf(reading)
  const wanted = intentsOf(reading, documents)
  const names: readonly Intent[] = wanted.intents.map((one) => one.intent)
  if (names[0] === 'unrelated' && !wanted.abstained) {
    return {
      kind: 'human',
      ...NO_REQUEST,
      ...wanted,
      documents: documentsOutside(reading),
      evidence: [...kind.evidence, ...wanted.evidence],
    }
  }
  const company = companyOf(reading, ownAddresses)
  const states = statesOf(reading, company.company)
  const identifiers = identifiersOf(reading)
  const contact = contactOf(reading, ownAddresses)
  const agreement = agreementOf(reading, names, !wanted.abstained)
  return {
    kind: 'human',
    intents: wanted.intents,
    abstained: wanted.abstained,
    agreement: agreement.agreement,
    path: agreement.path,
    company: company.company,
    states: states.states,
    identifiers: identifiers.identifiers,
    contact: contact.contact,
    documents,
    evidence: [kind, wanted, agreement, company, states, identifiers, contact].flatMap((finding) => finding.evidence),
  }
}

const NO_REQUEST = {
  agreement: null,
  path: null,
  company: null,
  states: [],
  identifiers: {},
  contact: null,
} as const

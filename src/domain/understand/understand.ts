import type { Intent } from '../labels.ts'
import type { ReadMail } from '../mail.ts'
import { withPages } from '../page-of.ts'
import { NO_REQUEST, type Parties, type Understanding } from '../understanding.ts'
import { documentsOf, documentsOutside } from './documents.ts'
import { agreementOf, agreementPoints } from './facts/agreement/agreement.ts'
import { companyOf } from './facts/company/company.ts'
import { contactOf } from './facts/contact/contact.ts'
import { partiesOfForms } from './facts/form-parties.ts'
import { identifiersOf } from './facts/identifiers.ts'
import { partiesOf } from './facts/parties.ts'
import { partiesApart } from './facts/said-apart.ts'
import { meantStates } from './facts/states/meant.ts'
import { statesNamed } from './facts/states/named.ts'
import { type StatesFinding, statesOf } from './facts/states/states.ts'
import { checklistOf, filingCopyIn } from './filing-copy.ts'
import { intentsAtSight } from './intents-at-sight.ts'
import { type IntentFinding, intentsByOdds, type Weighed } from './intents-by-odds.ts'
import type { KindFinding } from './kind/finding.ts'
import type { KindWorld } from './kind/look.ts'
import type { Weighed as KindSigns } from './kind/signs.ts'
import { isBeyondDoubt, kindOf, weighed as weighKinds } from './kind.ts'
import { kindByModel } from './kind-by-model.ts'
import { clausesOf } from './model/clauses.ts'
import { featuresOf } from './model/features.ts'
import { type Model, sharesOf } from './model/model.ts'
import { orderedShares } from './model/order.ts'
import { evidence } from './quote.ts'
import { type Reading, readingOf, readingWithoutOurs } from './reading.ts'
import { scoreIntents } from './rules.ts'

/** What understanding knows besides the mail. */
export interface World extends KindWorld {
  readonly model: Model
}

/**
 * Understands one mail: who wrote it, what it wants, for whom and where. Pure and local; every decision quotes the words
 * that led to it. Steps: lay the mail out, tell the kind, and for a person's mail weigh the intents and read the facts.
 */
export function understand(mail: ReadMail, world: World): Understanding {
  const understood = read(mail, world)
  return { ...understood, evidence: withPages(understood.evidence, mail.attachments) }
}

/** The same for a mail of which somebody said that a person wrote it, whatever its signs say. */
export function understandPersons(mail: ReadMail, world: World): Understanding {
  const understood = personsWords(mail, world)
  return { ...understood, evidence: withPages(understood.evidence, mail.attachments) }
}

function personsWords(mail: ReadMail, world: World): Understanding {
  const reading = readingOf(mail)
  const weighed = weigh(reading, weighKinds(reading, world), world.model)
  return understandPerson(weighed, { kind: 'human', evidence: [] }, world)
}

function read(mail: ReadMail, world: World): Understanding {
  const reading = readingOf(mail)
  const signs = weighKinds(reading, world)
  const first = kindOf(signs)
  if (isBeyondDoubt(first, signs)) return understandMachine(reading, first, world.model)
  const weighed = weigh(reading, signs, world.model)
  const kind = kindByModel(first, weighed, world)
  return kind.kind === 'human' ? understandPerson(weighed, kind, world) : understandMachine(reading, kind, world.model)
}

/** Request fields stay empty for machines, even if the mail carries a copy of a request. */
function understandMachine(reading: Reading, kind: KindFinding, model: Model): Understanding {
  return {
    kind: kind.kind,
    ...NO_REQUEST,
    intents: [],
    abstained: false,
    likeliest: [],
    documents: documentsOutside(reading),
    evidence: kind.evidence,
    model: model.name,
  }
}

/** What was filed with a commission is of its state, also where only its name tells it, or its own form (Oregon). */
function withCommission(found: StatesFinding, { abstained }: IntentFinding, reading: Reading): StatesFinding {
  if (found.states.length > 0) return found
  const form = checklistOf(reading)
  if (form !== null) return { states: ['OR'], evidence: [evidence('states', form.from, form.quote)] }
  if (!abstained) return found
  const copy = filingCopyIn(reading)
  const state = copy?.filing?.state ?? null
  if (copy === null || state === null) return found
  return { states: [state], evidence: [evidence('states', copy.from, copy.quote)] }
}

/** Forms tell more than words, unless the words name more. */
function moreParties(said: Parties | null, formed: Parties | null): Parties | null {
  return formed === null || (said !== null && said.parties.length > formed.parties.length) ? said : formed
}

function understandPerson(weighed: Weighed, kind: KindFinding, world: World): Understanding {
  const { ownAddresses, model } = world
  const { reading } = weighed
  const wanted = intentsAtSight(weighed, model) ?? intentsByOdds(weighed, model)
  const names: readonly Intent[] = wanted.intents.map((one) => one.intent)
  const { documents } = weighed
  if (names[0] === 'unrelated' && !wanted.abstained) {
    return {
      kind: 'human',
      ...NO_REQUEST,
      ...wanted,
      documents: documentsOutside(reading),
      evidence: [...kind.evidence, ...wanted.evidence],
      model: model.name,
    }
  }
  const said = readingWithoutOurs(reading)
  const company = companyOf(said, ownAddresses)
  const named = statesNamed(said, company.company)
  const found = meantStates(
    statesOf(said, company.company, named),
    named,
    names[0] ?? wanted.likeliest[0]?.intent,
    model.states,
  )
  const states = withCommission(found, wanted, reading)
  const identifiers = identifiersOf(said, company.company, states.states)
  const contact = contactOf(said, ownAddresses)
  const agreement = agreementOf(
    names,
    said === reading ? weighed : { ...weighed, agreement: agreementPoints(said) },
    model,
  )
  const several = partiesApart(
    said.newest,
    moreParties(
      partiesOf(said, states.states),
      partiesOfForms(reading.mail, documents, (alone) => personsWords(alone, world)),
    ),
    { agreement, company, states, identifiers, contact },
  )
  return {
    kind: 'human',
    intents: wanted.intents,
    abstained: wanted.abstained,
    ...(wanted.beside === undefined ? {} : { beside: wanted.beside }),
    likeliest: wanted.likeliest,
    ...(wanted.turned === undefined ? {} : { turned: wanted.turned }),
    agreement: agreement.agreement,
    path: agreement.path,
    company: company.company,
    states: states.states,
    ...(several === null ? {} : { several }),
    identifiers: identifiers.identifiers,
    contact: contact.contact,
    documents,
    evidence: [kind, wanted, agreement, company, states, identifiers, contact].flatMap((finding) => finding.evidence),
    model: model.name,
  }
}

/** What the model makes of a mail, but for letters of ours that it quotes: they name all that a request is about. */
function weigh(whole: Reading, signs: readonly KindSigns[], model: Model): Weighed {
  const reading = readingWithoutOurs(whole)
  const documents = documentsOf(reading)
  const rules = { intents: scoreIntents(reading), agreement: agreementPoints(reading), kinds: signs }
  const features = featuresOf(reading, documents, rules)
  return {
    reading,
    documents,
    features,
    rules: rules.intents,
    agreement: rules.agreement,
    kinds: signs,
    ...orderedShares(model, sharesOf(model, features), features, () => clausesOf(reading, features)),
  }
}

/** The words in which people name the items of the checklist. A word that names two of them names none. */
import { ITEMS, type ItemId } from '../casework/items.ts'
import { describeItem } from '../process/words.ts'
import { words } from './words.ts'

/** The first word of each is the one that our sentences use. */
export const ITEM_WORDS: Readonly<Record<ItemId, readonly string[]>> = {
  certification: [
    'certification',
    ...['certificate', 'cert', 'certs', 'certificates', 'cpcn', 'puc certificate', 'state certificate', 'cert docs'],
    ...['certificate of public convenience and necessity', 'certification order', 'proof of certification'],
    ...['registration', 'registration letter', 'state certification', 'commission certificate', 'puc order'],
    ...['certificate of authority', 'operating authority', 'puc certification', 'commission certification'],
  ],
  'request-form': [
    'request form',
    ...['agreement request form', 'arf', 'agreement request', 'the form', 'request forms'],
  ],
  'legal-name': ['legal name', 'legal entity', 'entity name', 'legal entity name', 'company legal name', 'entity'],
  state: ['state', 'states', 'which state', 'the state or states'],
  'agreement-type': ['agreement type', 'type of agreement', 'kind of agreement'],
  'notice-contact': [
    'notice contact',
    ...['notice address', 'notices contact', 'notice addresses', 'contact for notices', 'address for notices'],
  ],
  'sender-authority': [
    'sender authority',
    ...['authority', 'letter of agency', 'authority letter', 'power of attorney'],
    ...['proof of authority', 'authorization of the sender', 'agency letter', 'authority to act'],
  ],
  introduced: ['introduced', 'introduction', 'introduced counsel', 'counsel', 'adviser', 'advisor', 'representative'],
  route: ['route', 'the way', 'choice of route', 'path'],
  'adopted-agreement': [
    'adopted agreement',
    ...['agreement to adopt', 'which agreement they adopt', 'adopted agreement details', 'opt-in agreement'],
    ...['underlying agreement', 'name of the adopted agreement'],
  ],
  'amendments-choice': [
    'amendments choice',
    ...['amendments', 'choice of amendments', 'amendment choice', 'which amendments', 'base or amendments'],
    ...['base or base and amendments'],
  ],
  'negotiation-request': ['negotiation request', 'request to negotiate', 'request for negotiation'],
  'lead-negotiator': ['lead negotiator', 'their negotiator', 'clec negotiator'],
  'tariff-election': ['tariff election', 'election of the tariff', 'tariff choice'],
  'draft-issued': [
    'draft issued',
    ...['draft', 'draft agreement', 'our draft', 'agreement draft', 'draft sent', 'issued draft', 'draft-issued'],
  ],
  'clec-signature': [
    'clec signature',
    ...['their signature', 'signature of the clec', 'customer signature', 'signed by clec', 'clec signed'],
    ...['signature page of the clec', "clec's signature", "customer's signature", 'carrier customer signature'],
  ],
  'carrier-signature': [
    'carrier signature',
    ...[
      'our signature',
      'countersignature',
      'counter-signature',
      'counter signature',
      'signed by us',
      'signed by lumen',
    ],
    ...['lumen signature', "lumen's signature", "carrier's signature"],
  ],
  filed: ['filed', 'filing', 'commission filing', 'filed with the commission', 'filing with the commission'],
  approved: ['approved', 'approval', 'commission approval', 'approval of the commission', 'deemed approved'],
  'notice-published': ['notice published', ...['advice notice', 'publication of the notice', 'publication']],
  'made-public': ['made public', ...['public inspection', 'open to public inspection', 'public copy']],
  'written-answer': ['written answer', ...['answer in writing', 'our written answer', 'written response']],
  'petition-filed': [
    'petition filed',
    ...['petition', 'petition for arbitration', 'arbitration petition', 'filing of the petition'],
  ],
  'petition-received': ['petition received by the commission', ...['receipt of the petition']],
  'petition-served': ['petition served', ...['service of the petition', 'service copy', 'service of petition']],
  'petition-answered': [
    'petition answered',
    ...['response to the petition', 'answer to the petition', 'petition response', 'petition answer'],
  ],
  'arbitration-decided': [
    'arbitration decided',
    ...['arbitration decision', 'arbitration order', 'arbitration', 'decision of the commission'],
  ],
  'agreement-end': [
    'agreement end',
    ...['end of the agreement', 'end date', 'expiration', 'expiration date', 'expiry', 'expiry date', 'end of term'],
    ...['term end', 'end of the term', 'agreement expiry', 'agreement expiration', 'agreement end date'],
  ],
  questionnaire: ['questionnaire', 'customer questionnaire', 'cq', 'new customer questionnaire', 'questionaire'],
  'questionnaire-refreshed': [
    'questionnaire refreshed',
    ...['questionnaire renewal', 'questionnaire refresh', 'renewed questionnaire', 'yearly questionnaire'],
  ],
  'ocn-letter': [
    'ocn letter',
    ...[
      'ocn',
      'ocn assignment letter',
      'neca letter',
      'neca ocn letter',
      'company code letter',
      'company code',
      'neca',
    ],
    ...['letter from neca', 'ocn documentation', 'ocn assignment'],
  ],
  'questionnaire-papers': [
    'further documents',
    ...['questionnaire documents', 'questionnaire papers', 'follow-up documents', 'further papers'],
  ],
  'questionnaire-credit': ['credit application of the questionnaire', 'questionnaire credit'],
  'questionnaire-authorization': [
    'customer authorization',
    ...['letter of authorization for customer records', 'authorization for customer records', 'blanket loa'],
  ],
  'questionnaire-insurance': ['certificate of insurance', 'insurance certificate', 'insurance', 'proof of insurance'],
  'tax-forms': [
    'tax forms',
    ...[
      'tax form',
      'tax exemption',
      'tax exemption forms',
      'tax exemption certificate',
      'tax certificates',
      'w-9',
      'w9',
    ],
    ...['tax certificate', 'tax exemption form', 'tax exemption certificates', 'tax papers', 'resale certificate'],
  ],
  'start-up-profile': ['start-up profile', 'customer profile', 'profile', 'clec profile', 'profile form'],
  'start-up-credit': ['start-up credit', 'credit application', 'credit form', 'credit', 'credit information'],
  'start-up-billing': ['start-up billing', 'billing form', 'billing', 'billing information', 'billing set-up'],
  'start-up-contacts': ['start-up contacts', 'contact list', 'contacts form', 'contacts', 'contact form'],
  'start-up-authorization': ['start-up authorization', 'authorization form', 'blanket letter of authorization'],
  'start-up-access': ['start-up access', 'access form', 'system access', 'access request', 'access request form'],
  'start-up-deposit': ['start-up deposit', 'deposit', 'security deposit', 'deposit form'],
  'network-information': ['network information', 'network info', 'network data', 'network details', 'poi information'],
  'collocation-terms': ['collocation terms', 'collocation', 'collo terms', 'colo terms', 'collocation language'],
  'early-ordering-request': ['early ordering request', 'request for early ordering', 'request to order early'],
  'early-ordering-letter-issued': [
    'early ordering letter issued',
    ...[
      'early ordering letter sent',
      'eola issued',
      'eola sent',
      'issued early ordering letter',
      'our early ordering letter',
    ],
  ],
  'early-ordering-letter-signed': [
    'early ordering letter signed',
    ...['signed early ordering letter', 'eola signed', 'signed eola', 'early ordering letter back', 'executed eola'],
  ],
  'ready-to-order': ['ready to order', 'order readiness', 'order-ready', 'can order'],
}

/** What a word may mean when it means more than one item; what to write instead follows from it. */
export const UNCLEAR_ITEM_WORDS: Readonly<Record<string, readonly ItemId[]>> = {
  signature: ['clec-signature', 'carrier-signature'],
  signatures: ['clec-signature', 'carrier-signature'],
  signed: ['clec-signature', 'carrier-signature'],
  'signed agreement': ['clec-signature', 'carrier-signature'],
  'signature page': ['clec-signature', 'carrier-signature'],
  letter: ['ocn-letter', 'early-ordering-letter-issued', 'early-ordering-letter-signed', 'sender-authority'],
  'early ordering': ['early-ordering-request', 'early-ordering-letter-issued', 'early-ordering-letter-signed'],
  'early ordering letter': ['early-ordering-letter-issued', 'early-ordering-letter-signed'],
  eola: ['early-ordering-letter-issued', 'early-ordering-letter-signed'],
  form: ['request-form', 'start-up-profile', 'tax-forms'],
  forms: ['request-form', 'start-up-profile', 'tax-forms'],
  'start-up forms': ['start-up-profile', 'start-up-credit', 'start-up-billing', 'start-up-contacts'],
  agreement: ['request-form', 'draft-issued', 'adopted-agreement', 'clec-signature'],
  contact: ['notice-contact', 'start-up-contacts', 'lead-negotiator'],
  authorization: ['sender-authority', 'questionnaire-authorization', 'start-up-authorization'],
  'letter of authorization': ['sender-authority', 'questionnaire-authorization'],
  loa: ['sender-authority', 'questionnaire-authorization'],
  negotiator: ['lead-negotiator', 'negotiation-request'],
  name: ['legal-name', 'adopted-agreement'],
  amendment: ['amendments-choice', 'draft-issued'],
}

const BY_WORDS: ReadonlyMap<string, ItemId> = new Map(
  ITEMS.flatMap((item) => [item, ...ITEM_WORDS[item]].map((one) => [words(one), item] as const)),
)

/** What our letters call it, where no other item is called so. */
const BY_LABEL: ReadonlyMap<string, ItemId> = new Map(
  ITEMS.map((item) => [words(describeItem(item)), item] as const).filter(
    ([label], at, all) => !BY_WORDS.has(label) && all.findIndex(([other]) => other === label) === at,
  ),
)

export type NamedItem =
  | { readonly named: 'item'; readonly item: ItemId }
  | { readonly named: 'unclear'; readonly items: readonly ItemId[] }
  | { readonly named: 'nothing' }

export function itemNamed(text: string): NamedItem {
  const said = words(text)
  const item = BY_WORDS.get(said) ?? BY_WORDS.get(withoutOwner(said))
  if (item !== undefined) return { named: 'item', item }
  const items = UNCLEAR.get(said) ?? UNCLEAR.get(withoutOwner(said))
  if (items !== undefined) return { named: 'unclear', items }
  const called = BY_LABEL.get(said) ?? BY_LABEL.get(withoutOwner(said))
  return called === undefined ? { named: 'nothing' } : { named: 'item', item: called }
}

const UNCLEAR: ReadonlyMap<string, readonly ItemId[]> = new Map(
  Object.entries(UNCLEAR_ITEM_WORDS).map(([word, items]) => [words(word), items] as const),
)

/** An item in the words of our sentences. */
export function itemWord(item: ItemId): string {
  return ITEM_WORDS[item][0] ?? item
}

/** Whose it is does not tell which it is; where it does, the table has it with its owner. */
function withoutOwner(said: string): string {
  return said.replace(/^(?:their|our|its|his|her|your|a copy of|copy of|completed|signed copy of)(?: the)? /, '')
}

/**
 * Request forms of several legal entities in one mail (domain 6.1 no. 12, 6.3): each form is a request of its own, with
 * its own states, agreement and way. Read as if it had come alone, so that nothing of one is said of another.
 */
import type { DocumentSort } from '../../labels.ts'
import type { ReadMail } from '../../mail.ts'
import type { Parties, Party, Understanding } from '../../understanding.ts'
import { FILES_READ } from '../limits.ts'

/** Forms that are read one by one; no carrier sends more, and each costs a look of the model. */
const MOST_FORMS = 12

/** `alone`: what a mail with nothing but this form would say. Null: the forms are of one entity, or there is one at most. */
export function partiesOfForms(
  mail: ReadMail,
  documents: readonly DocumentSort[],
  alone: (mail: ReadMail) => Understanding,
): Parties | null {
  const forms = mail.attachments
    .map((file, at) => ({ file, at }))
    .filter(({ at }) => documents[at] === 'agreement-request-form')
    .slice(0, FILES_READ)
  if (forms.length < 2 || forms.length > MOST_FORMS) return null
  const parties = forms.map(({ file, at }) =>
    partyOf(at, alone({ ...mail, subject: '', text: '', attachments: [file] })),
  )
  const named = parties.filter((one) => one !== null)
  if (new Set(named.map(keyOf)).size < 2) return null
  // Of a form that nobody can read no one knows whose it is.
  return { parties: onePerRequest(named), certain: parties.every((one) => one !== null && one.states.length > 0) }
}

function partyOf(at: number, understood: Understanding): Party | null {
  const { company, states, agreement, path, contact, identifiers, evidence } = understood
  if (company === null) return null
  const quote = evidence.find((one) => one.for === 'company')?.quote ?? company
  const ofForm = evidence.filter((one) => FACTS.has(one.for))
  return { company, states, quote, form: { at: [at], agreement, path, contact, identifiers, evidence: ofForm } }
}

const FACTS: ReadonlySet<string> = new Set([
  'company',
  'states',
  'agreement',
  'path',
  'contact',
  'identifiers',
  'ocn',
  'acna',
])

function keyOf({ company }: Party): string {
  return company.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The same form as two files is one request. */
function onePerRequest(parties: readonly Party[]): readonly Party[] {
  const byRequest = new Map<string, Party>()
  for (const party of parties) {
    const key = `${keyOf(party)} ${party.states.join(' ')}`
    const known = byRequest.get(key)
    const at = [...(known?.form?.at ?? []), ...(party.form?.at ?? [])]
    byRequest.set(key, known?.form === undefined ? party : { ...known, form: { ...known.form, at } })
  }
  return [...byRequest.values()]
}

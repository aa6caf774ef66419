/**
 * A second matter in a mail that is about something else: a state taken back beside papers for another, a sort of agreement
 * beside the one that the case is about, a contact for notices in passing. No rule acts on it, and a person hears of it.
 */
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { QUESTIONS } from '../casework/moot.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import { partFor } from '../casework/parties.ts'
import { otherNoticeContact } from '../casework/proofs/notice-contact.ts'
import type { SpokenChange } from '../casework/spoken-change.ts'
import type { TakenBack } from '../casework/states-changed.ts'
import { isTakenBack, takenBackWords, type Withdrawal } from '../casework/withdrawal.ts'
import type { Wish } from '../decision.ts'
import type { Section } from '../letter/section.ts'
import { listed } from '../orders/words.ts'
import { stateName } from '../states.ts'
import type { Thread } from '../thread.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import type { ArrivedMail } from './arrival.ts'
import type { Home } from './home.ts'
import { questionBesideStates } from './question-beside-states.ts'
import type { Back } from './states-elsewhere.ts'

interface Seen {
  readonly arrived: ArrivedMail
  readonly thread: Thread
  readonly home: Home
  readonly back: Back
  readonly cases: readonly CaseOutcome[]
  readonly asks: readonly string[]
  readonly spoken: SpokenChange | null
  /** It gets an answer, and what that says. */
  readonly answered: boolean
  readonly sections: readonly Section[]
  /** A question of its own tells of a change of account. */
  readonly tellsAccount: boolean
  /** Likewise, that it asks where things stand. */
  readonly tellsStatus: boolean
}

export function secondMatters(seen: Seen, sender: string): readonly Wish[] {
  if (seen.thread.thread !== 'known') return otherAgreement(seen, sender)
  return [
    ...statesTakenBack(seen, sender),
    ...questionBesideStates(seen, sender),
    ...changeSpokenOf(seen, sender),
    ...otherAgreement(seen, sender),
    ...accountInPassing(seen, sender),
  ]
}

/** A person says whether it is taken back; until then nobody is reminded there. */
export function holdOfState({ states }: TakenBack, file: CaseFile): readonly CaseChange[] {
  const words = file.closed === null ? states.get(file.state ?? '') : undefined
  return words === undefined ? [] : [{ change: 'needs-person', why: takenBackWords({ quote: words }) }]
}

/** Each case is closed by itself: only some of them may be meant. */
export function takenBackAsked(
  sender: string,
  { quote: words }: Withdrawal,
  cases: readonly CaseOutcome[],
  ref: string,
) {
  const refs = cases.filter(({ file }) => file.closed === null && isTakenBack(file)).map(({ file }) => file.ref)
  if (refs.length < 2)
    return `${sender} takes back what ${ref} is about: "${words}". Nothing is asked for until you write "withdrawn", which closes it, or "it goes on".`
  return `${sender} takes back what ${listed(refs)} are about: "${words}". Nothing is asked for until you write "${refs[0]} withdrawn", which closes it, or "${refs[0]} it goes on", and so for each.`
}

function statesTakenBack({ back, home }: Seen, sender: string): readonly Wish[] {
  return [...home.request, ...back.elsewhere].flatMap((file) => {
    const words = file.closed === null ? back.states.get(file.state ?? '') : undefined
    if (words === undefined) return []
    const sentence = `${sender} takes back what ${file.ref} is about (${stateName(file.state ?? '')}): "${words}". Nothing is asked for there until you write "${file.ref} withdrawn", which closes it, or "${file.ref} it goes on".`
    return [{ wish: 'ask-human', sort: 'withdrawal', sentence, caseId: file.id } as const]
  })
}

/** Where nobody is sure what the mail wants, its whole is asked about. */
function changeSpokenOf({ arrived, spoken, cases, home }: Seen, sender: string): readonly Wish[] {
  if (spoken === null || arrived.understanding.abstained) return []
  const missed = spoken.fresh.filter((state) => cases.every(({ file }) => file.state !== state))
  if (spoken.isFirm && missed.length === 0) return []
  const { ref, id } = home.lead
  const states = listed(missed.map(stateName))
  const sentence = spoken.isFirm
    ? `${sender} adds ${states} in ${ref} among other things: "${spoken.quote}". No case was opened for ${states}, whose request came with this mail (mail ${arrived.id}, its day counts).`
    : `${sender} writes in ${ref} of a change of its states, and no rule takes it for an order: "${spoken.quote}". Nothing was changed by it.${howToLeave(spoken, home)}`
  return [
    {
      ...{
        wish: 'ask-human',
        sort: 'understand',
        caseId: id,
        once: `states ${ref} ${[...spoken.fresh, ...(spoken.left ?? [])].join(' ')}`.trim(),
      },
      sentence,
    },
  ]
}

/** What a person writes where the other states of the request are not wanted. */
export function howToLeave({ left }: SpokenChange, { request }: Pick<Home, 'request'>): string {
  if (left === null || left.length === 0) return ''
  const others = request.filter(
    (file) => file.closed === null && file.state !== null && !left.includes(file.state) && !isTakenBack(file),
  )
  const [first, ...more] = others.map(({ ref }) => ref)
  if (first === undefined) return ''
  const states = listed(others.map(({ state }) => stateName(state ?? '')))
  return ` If ${states} ${more.length > 0 ? 'are' : 'is'} not wanted any more, write "${first} withdrawn"${more.length > 0 ? `, and so for ${listed(more)}` : ''}.`
}

const WANTS =
  /\b(?:need|want|wants|request|requests|like|send|please|enter into|sign|adopt|opt into|negotiat\w+|looking for|interested in)\b/i
const DENIES = /\?\s*$|\b(?:not|no|never|rather than|instead of|without|don't|nor)\b/i
const COMMERCIAL = /\b(?:CLSP|QLSP|QPP|commercial (?:\w+ ){0,2}agreements?)\b/i
const UNDER_THE_ACT =
  /\b(?:interconnection|wireless|Type 2|paging|ICA|resale|negotiations template)\b[^.?!]{0,40}\b(?:agreements?|template|ICA)\b|\b(?:ICA|NTA)\b/i

/** One case is about one agreement; the other sort is lost where nobody hears of it. */
function otherAgreement({ arrived, home, cases }: Seen, sender: string): readonly Wish[] {
  const { abstained, intents, agreement } = arrived.understanding
  const asks = !abstained && intents.some(({ intent }) => intent === 'agreement-request')
  if (!asks || agreement === null) return []
  const firm = newestSentences(arrived.mail).filter((one) => WANTS.test(one) && !DENIES.test(one))
  const commercial = firm.find((one) => COMMERCIAL.test(one))
  const other = firm.find((one) => UNDER_THE_ACT.test(one) && !COMMERCIAL.test(one))
  const known = new Set(cases.map(({ file }) => file.agreement))
  if (commercial === undefined || other === undefined || known.size > 1) return []
  const { ref, id } = home.lead
  return [
    {
      ...{ wish: 'ask-human', sort: 'correction', caseId: id, once: `two agreements ${ref}` },
      sentence: `${sender} asks in ${ref} for two sorts of agreement: "${quote(other, 0)}" and "${quote(commercial, 0)}". It is recorded as ${agreement}; nothing was opened for the other, whose request came with this mail (mail ${arrived.id}, its day counts).`,
    },
  ]
}

const NEW_CONTACT =
  /\b(?:notices? (?:contact|address|person)|contact (?:person )?for notices|(?:contact|address) (?:is|has) (?:now|changed)|(?:our|the) (?:new|only) contact)\b[^.?!]{0,60}\b(?:is now|now|has changed|changed|will be|from now on|new)\b|\bfrom now on\b[^.?!]{0,40}\b(?:write|send|deal|contact|address)\b/i

/** Who is notified is changed by a person only (T15). */
function accountInPassing(seen: Seen, sender: string): readonly Wish[] {
  const { arrived, home, tellsAccount } = seen
  const { ref, id } = home.lead
  const ask = (sentence: string): Extract<Wish, { wish: 'ask-human' }> => ({
    wish: 'ask-human',
    sort: 'account',
    sentence,
    caseId: id,
  })
  const other = otherContact(seen)
  if (other !== null) return [ask(`${ref}: ${other}`)]
  if (tellsAccount) return []
  const said = newestSentences(arrived.mail).find((one) => NEW_CONTACT.test(one) && !/\?\s*$/.test(one))
  if (said === undefined) return []
  return [
    {
      ...ask(
        `${sender} names another contact in ${ref}, among other things: "${quote(said, 0)}". Nothing was changed: confirm it by another way before anything is.`,
      ),
      once: QUESTIONS.departure(sender, ref),
    },
  ]
}

function otherContact({ arrived, home, cases }: Seen): string | null {
  const known = home.touched.find(({ file, opens }) => !opens && file.closed === null)
  if (known === undefined) return null
  const part = partFor(arrived, known.file)
  const other = otherNoticeContact(part, known.file)
  if (other === null) return null
  const after = cases.find(({ file }) => file.id === known.file.id)?.file ?? known.file
  return otherNoticeContact(part, after) === null
    ? `${other}, who did not show that he may act for the company. The form counts now: confirm it by another way.`
    : `${other}: confirm it by another way before anything is changed.`
}

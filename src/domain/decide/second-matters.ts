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
import { takenBackWords, withdrawal } from '../casework/withdrawal.ts'
import type { Wish } from '../decision.ts'
import type { ReadMail } from '../mail.ts'
import { STATE_NAMES, stateName } from '../states.ts'
import type { Thread } from '../thread.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import type { ArrivedMail } from './arrival.ts'
import type { Home } from './home.ts'

interface Seen {
  readonly arrived: ArrivedMail
  readonly thread: Thread
  readonly home: Home
  readonly cases: readonly CaseOutcome[]
  /** A question of its own tells of a change of account. */
  readonly tellsAccount: boolean
}

export function secondMatters(seen: Seen, sender: string): readonly Wish[] {
  if (seen.thread.thread !== 'known') return otherAgreement(seen, sender)
  return [...statesTakenBack(seen, sender), ...otherAgreement(seen, sender), ...accountInPassing(seen, sender)]
}

const STATE = `(?:the (?:state of )?)?(${Object.values(STATE_NAMES).join('|')})\\b(?! (?:certificat|redline|amendment|form|questionnaire|page|cop(?:y|ies)|draft|list|order|docket|letter))`
const GIVES_UP = [
  `\\b(?:scrap|drop|forget(?: about)?|skip|cancel|withdraw|abandon|leave out|take out|strike|remove)\\b[^.?!,;]{0,25}?\\b${STATE}`,
  `\\b(?:not|no longer|won't|n't)\\b[^.?!,;]{0,25}?\\b(?:go(?:ing)? into|enter(?:ing)?|launch(?:ing)? in|pursu\\w+|proceed\\w* (?:in|with)|go(?:ing)? ahead (?:in|with)|need|want|interested in)\\b[^.?!,;]{0,25}?\\b${STATE}`,
  `\\b${STATE}[^.?!,;]{0,20}\\b(?:is|are) (?:off|out|cancell?ed|dropped|withdrawn|no longer (?:needed|wanted|planned))\\b`,
].map((one) => new RegExp(one, 'i'))
const NOT_FIRM = /\?\s*$|\b(?:if|unless|don't|do not|never) (?:we|you|forget|drop|cancel|skip|withdraw)\b/i

/** What is said of this state, where the mail as a whole takes nothing back; null: nothing of the kind. */
function givenUp(mail: ReadMail, state: string | null): string | null {
  if (state === null) return null
  for (const sentence of newestSentences(mail)) {
    if (NOT_FIRM.test(sentence)) continue
    const found = GIVES_UP.map((one) => one.exec(sentence)).find((one) => one !== null)
    if (found?.[1]?.toLowerCase() !== stateName(state).toLowerCase()) continue
    return withdrawal(mail) === null ? quote(sentence, found.index) : null
  }
  return null
}

/** A person says whether it is taken back; until then nobody is reminded there. */
export function holdOfState({ mail }: ArrivedMail, file: CaseFile): readonly CaseChange[] {
  const words = file.closed === null ? givenUp(mail, file.state) : null
  return words === null ? [] : [{ change: 'needs-person', why: takenBackWords({ quote: words }) }]
}

function statesTakenBack({ arrived, home }: Seen, sender: string): readonly Wish[] {
  return home.request.flatMap((file) => {
    const words = file.closed === null ? givenUp(arrived.mail, file.state) : null
    if (words === null) return []
    const sentence = `${sender} takes back what ${file.ref} is about (${stateName(file.state ?? '')}): "${words}". Nothing is asked for there until you write "${file.ref} withdrawn", which closes it, or "${file.ref} it goes on".`
    return [{ wish: 'ask-human', sort: 'withdrawal', sentence, caseId: file.id } as const]
  })
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

/**
 * What a questionnaire asks for besides itself, by its answers (domain 2.2 step 4b): the credit application, the authority
 * for customers' records, the certificate of insurance. Each is owed from then on, by itself, until it is in; the two weeks
 * run from the questionnaire.
 */
import { FURTHER_PAPERS } from '../../process/facts.ts'
import { isDenied } from '../../understand/negation.ts'
import { sentencesOf } from '../../understand/sentences.ts'
import type { CaseFile } from '../case-file.ts'
import type { CaseChange } from '../change.ts'
import { type Claim, type Place, type ProvingMail, unfit } from './claim.ts'
import { papersOf } from './documents.ts'
import { FOLLOW, FURTHER_SIGN, FURTHER_WORDS, type FurtherPaper } from './further-words.ts'
import { inFile, textOfFile } from './place.ts'

/** Answers from which a paper follows without its name: who asks for credit, who will see customers' records. */
const IMPLIED: Readonly<Record<FurtherPaper, string>> = {
  'questionnaire-credit': '\\bcredit terms\\b|\\bopen account\\b|\\bdeposit waiver\\b|\\bwaiver of (?:the )?deposit\\b',
  'questionnaire-authorization': '\\bcustomer (?:service )?records?\\b|\\bCSRs?\\b',
  'questionnaire-insurance': '(?!)',
}

const YES =
  '(?:(?:yes|y|true|required|needed|to follow|(?:will )?follows?|will be (?:sent|provided|mailed)|separately|pending)\\b|☒|☑|✓|\\[x\\])(?![^\\n]*\\b(?:attached|enclosed|see section)\\b)'
const TICKED = '(?:\\[x\\]|☒|☑|✓)'
/** "Additional documents required:" and the lines below it. */
const LIST =
  /^[^\n]{0,40}\b(?:additional|further|other|required|following) (?:\w+ )?(?:documents?|papers?|forms?)\b[^\n:]{0,60}:?[ \t]*\n((?:[ \t]*(?:[-*•·]|\(?\w{1,2}[.)])[^\n]*(?:\n|$)){1,12})/gim

const OPEN: Readonly<Record<FurtherPaper, string>> = {
  'questionnaire-credit': 'the questionnaire, which names a credit application that is not in yet.',
  'questionnaire-authorization': 'the questionnaire, which names a letter of authorization that is not in yet.',
  'questionnaire-insurance': 'the questionnaire, which names a certificate of insurance that is not in yet.',
}

/** Nothing came that does not do: it is only named so far. */
export function isOnlyNamed(problem: string): boolean {
  return Object.values(OPEN).includes(problem)
}

/** Owed by what the questionnaire answers, or by what the writer says that will follow it. */
export function furtherClaims(mail: ProvingMail, file: CaseFile, sentences: readonly string[]): readonly Claim[] {
  if (file.family !== 'qc') return []
  const forms = papersOf(mail).filter(({ sort }) => sort === 'customer-questionnaire')
  const answered = forms.flatMap(({ file: paper }) =>
    FURTHER_PAPERS.flatMap((item) => {
      const at = demandIn(textOfFile(paper), item)
      return at === null ? [] : [owed(item, inFile(paper, at))]
    }),
  )
  const named = new Set(answered.map(({ item }) => item))
  const said = mail.understanding.abstained ? [] : saidToFollow(sentences)
  return [...answered, ...said.filter(({ item }) => !named.has(item))]
}

/** Null: it is not named, or the answer is no. */
function demandIn(text: string, item: FurtherPaper): RegExp | null {
  const words = new RegExp(FURTHER_WORDS[item], 'i')
  const all = `(?:${FURTHER_WORDS[item]}|${IMPLIED[item]})`
  const field = new RegExp(
    `^[^\\n]{0,60}${all}[^\\n:|?]{0,60}[:|?][ \\t]*${YES}|${TICKED}[^\\n\\[☐☒☑]{0,30}${all}|(?:${FURTHER_WORDS[item]})[^\\n.;:|?]{0,30} ${FOLLOW}`,
    'im',
  )
  if (field.test(text)) return field
  const isListed = [...text.matchAll(LIST)].some(([, list = '']) => words.test(list))
  return isListed ? words : null
}

const TO_FOLLOW = FURTHER_PAPERS.map(
  (item) => [item, new RegExp(`(?:${FURTHER_WORDS[item]})[^.;?]{0,60}\\b${FOLLOW}`, 'i')] as const,
)

function saidToFollow(sentences: readonly string[]): readonly Claim[] {
  const naming = sentences.filter((one) => FURTHER_SIGN.test(one)).flatMap(sentencesOf)
  return naming.flatMap((sentence) =>
    TO_FOLLOW.flatMap(([item, pattern]) => {
      const found = pattern.exec(sentence)
      if (found === null || isDenied(sentence, found.index) || /\?\s*$|\b(?:if|whether)\b/i.test(sentence)) return []
      return [owed(item, { attachment: null, page: null, quote: sentence.slice(0, 160) })]
    }),
  )
}

function owed(item: FurtherPaper, place: Place): Claim {
  return unfit(item, place, OPEN[item])
}

/** The sum of them is met when one is in and none that was named is open. */
export function sumOfPapers(mail: ProvingMail, after: CaseFile): readonly CaseChange[] {
  const entries = FURTHER_PAPERS.flatMap((item) => after.items[item] ?? [])
  const known = after.items['questionnaire-papers']
  const isPersons = known !== undefined && known.proof.by !== 'system'
  if (isPersons || entries.length === 0) return []
  const isOpen = entries.some(({ state }) => state === 'problem')
  if (isOpen)
    return known?.state === 'met'
      ? [{ change: 'item-opened', item: 'questionnaire-papers', by: 'system', why: 'the questionnaire names more' }]
      : []
  const last = entries
    .filter(({ state }) => state === 'met')
    .sort((one, other) => one.at - other.at)
    .at(-1)
  if (last === undefined || known?.state === 'met' || last.proof.messageId !== mail.id) return []
  return [{ change: 'item-met', item: 'questionnaire-papers', at: last.at, value: null, proof: last.proof }]
}

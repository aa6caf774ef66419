/**
 * The states that a mail in a thread is about. Its subject is the one of the first mail and names the states of then, and
 * what is quoted was said before: only the newest words and the files say which cases are meant (domain T12).
 */
import type { CaseView } from '../case.ts'
import { stateName } from '../states.ts'
import { subjectStem } from '../subject.ts'
import { statesOf } from '../understand/facts/states/states.ts'
import { readingOf, type Sentence } from '../understand/reading.ts'
import type { ArrivedMail } from './arrival.ts'

/** The mail without the states that nothing but its old subject and its quotes name. */
export function inItsOwnWords(arrived: ArrivedMail, request: readonly CaseView[]): ArrivedMail {
  const { mail, understanding } = arrived
  const open = request.filter((one) => one.closed === null)
  if (understanding.states.length === 0 || open.length === 0) return arrived
  // What a case without a state is about may stand nowhere but in the subject.
  if (open.some(({ state }) => state === null)) return arrived
  const isOld = request.some((one) => one.subjectStem === subjectStem(mail.subject))
  const { own, stale, words } = saidIn(arrived, isOld)
  const meant = words.replace(APART, '')
  const kept = understanding.states.filter((state) =>
    isNamed(state, words) ? isNamed(state, meant) : !stale.includes(state),
  )
  const states = [...new Set([...kept, ...own])]
  // Of one case everything is meant, whatever names its state.
  const [only] = open
  if (states.length === 0 && open.length === 1 && understanding.states.includes(only?.state ?? '')) return arrived
  return { ...arrived, understanding: { ...understanding, states } }
}

/** "Unlike in Arizona, …": named to be left out. */
const APART = /\b(?:unlike|as opposed to|in contrast (?:to|with)|other than)\b[^,;.]{0,40}/gi

function isNamed(state: string, words: string): boolean {
  return new RegExp(`\\b(?:${stateName(state)}|${state})\\b`).test(words)
}

interface Said {
  readonly own: readonly string[]
  readonly stale: readonly string[]
  readonly words: string
}

function saidIn({ mail, understanding }: ArrivedMail, isOldSubject: boolean): Said {
  const reading = readingOf(mail)
  const isBareForward = reading.forwarded && reading.nearlyEmpty
  const isStale = ({ place }: Sentence) =>
    (place === 'subject' && isOldSubject) || (place === 'quoted' && !isBareForward)
  const statesIn = (sentences: readonly Sentence[]) => statesOf({ ...reading, sentences }, understanding.company).states
  const fresh = reading.sentences.filter((one) => !isStale(one))
  return {
    own: statesIn(fresh.map((one) => ({ ...one, text: one.text.replace(APART, '') }))),
    words: fresh.map(({ text }) => text).join('\n'),
    stale: statesIn(reading.sentences.filter(isStale)),
  }
}

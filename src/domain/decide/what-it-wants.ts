/**
 * What a mail wants that no rule does by itself, as a question. Of the readings below the first that fits is asked, for
 * whoever looks at the mail sees the others too.
 */
import type { ForPerson } from '../casework/for-person.ts'
import { QUESTIONS } from '../casework/moot.ts'
import type { Wish } from '../decision.ts'
import type { Understanding } from '../understanding.ts'
import { changesAccount } from './account-change.ts'
import { askedInSilence } from './asked-in-silence.ts'
import { doubtOf, extensionAsked, maybeMachines } from './asked-of-person.ts'
import { questionIn } from './asked-words.ts'
import { copiesQuestion } from './copies-wanted.ts'
import { filingWords } from './filing-question.ts'
import { headerOnlyWords, isHeaderOnly } from './header-only.ts'
import { isCorrected, matterWords, meantBy } from './matter-question.ts'
import { onlyRests, saysMoreThanRest } from './only-rests.ts'
import { chasedIn, unansweredQuestion, unansweredWords, unseenAnswer } from './person-questions.ts'
import { howToLeave } from './second-matters.ts'
import { ask, goesAlong, onlyThanks, type Seen, senderOf } from './seen.ts'

export function whatItWants(seen: Seen): readonly Wish[] {
  const { arrived, home, notice, extension, matter, rest } = seen
  const sender = senderOf(seen)
  if (extension !== null) return [ask(seen, 'extension', extensionAsked(sender, home, extension))]
  if (matter !== null && !isCorrected(matter, seen.moves)) return [matterAsked(seen, matter)]
  if (rest !== null && goesAlong(seen) && !seen.answered && onlyRests(arrived)) {
    const waits = seen.cases.some(({ file }) => file.needsPerson !== null)
    return saysMoreThanRest(arrived, rest, { ref: home.lead.ref, waits }, (sort, words) => ask(seen, sort, words))
  }
  const thanks = onlyThanks(seen)
  // Whoever looks at a legal notice sees what it wants.
  const isLookedAt = !goesAlong(seen) || notice !== null
  if (!isLookedAt && arrived.understanding.abstained && !thanks && !seen.handsIn) return [notUnderstood(seen)]
  const copies = isLookedAt ? null : copiesQuestion(seen, sender)
  if (copies !== null) return [copies]
  return thanks ? [] : unanswered(seen, sender)
}

function matterAsked(seen: Seen, matter: ForPerson): Wish {
  const { ref } = seen.home.lead
  const sender = senderOf(seen)
  const meant = meantBy(matter, seen)
  return {
    ...ask(seen, ...matterWords(matter, sender, meant, doubtOf(seen.arrived.understanding))),
    caseId: meant.caseId,
    ...(matter.matter === 'departure' ? { once: QUESTIONS.departure(sender, ref) } : {}),
  }
}

function notUnderstood(seen: Seen): Wish {
  const { arrived, thread, home } = seen
  const { ref } = home.lead
  const words = isHeaderOnly(arrived.mail)
    ? headerOnlyWords(arrived, ref, seen.answered)
    : (filingWords(arrived, seen.cases, ref) ??
      `What does the mail in ${ref} want? ${narrowing(seen)}${readings(arrived.understanding)}`)
  return { ...ask(seen, 'understand', words), ...(thread.thread === 'new' ? { once: QUESTIONS.wants(ref) } : {}) }
}

/** "Our board only approved Utah": what else it may be, its other states may go. */
function narrowing({ spoken, home }: Seen): string {
  if (spoken === null || spoken.left === null) return ''
  return `Of its states only some may be meant: "${spoken.quote}".${howToLeave(spoken, home)} `
}

/** It got no answer, and perhaps needs one. */
function unanswered(seen: Seen, sender: string): readonly Wish[] {
  const { mail, understanding } = seen.arrived
  const waits = askedInSilence(seen, sender)
  if (waits.length > 0) return waits
  // A state that it takes back has a question of its own.
  const isUnseen = seen.silent && seen.back.states.size === 0
  if (isUnseen && chasedIn(seen) !== null) return unseenAnswer(seen, sender)
  if (seen.silent && questionIn(mail) !== null) return unansweredQuestion(seen, sender)
  if (isUnseen && saysMore(understanding)) return unansweredWords(seen, sender)
  // A change of account is looked at anyway; that it got no answer is said there.
  if (!goesAlong(seen) || seen.answered || changesAccount(understanding)) return []
  return maybeMachines(seen.arrived, seen.home.lead.ref, (words) => ask(seen, 'understand', words))
}

/** It wants something that was recognised. */
function saysMore({ intents }: Understanding): boolean {
  return intents.some(({ intent }) => intent !== 'unrelated')
}

/** The two likeliest readings, each with the words that speak most for it. */
function readings({ likeliest, evidence }: Understanding): string {
  if (likeliest.length === 0) return 'Nothing was recognised.'
  const shown = likeliest.map(({ intent, confidence }) => {
    const quote = evidence.find((one) => one.for === intent)?.quote
    return `${intent} (${Math.round(100 * confidence)}%${quote === undefined ? '' : `: "${quote}"`})`
  })
  return `Likeliest: ${shown.join(' or ')}.`
}

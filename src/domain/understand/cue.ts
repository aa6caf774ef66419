import type { Intent } from '../labels.ts'
import { isDenied } from './negation.ts'
import type { Place, Reading, Sentence } from './reading.ts'
import { sentencesFor } from './sentence-index.ts'

/**
 * One reason to read an intent into a mail: words that, said in one sentence and not denied there, add points. Points
 * are log-odds by judgement: 6 settles it, 3 supports it, below 0 speaks against it.
 */
export interface Cue {
  readonly points: number
  readonly says: RegExp
  /** The same sentence must say this too. */
  readonly with?: RegExp
  /** A sentence that says this does not count. */
  readonly unless?: RegExp
  /** Where it counts; default: subject, newest text, quoted text and attachments. */
  readonly places?: readonly Place[]
  /** Points when the words are denied; default 0. */
  readonly denied?: number
  /** The words count even when denied ("nothing has been rejected"). */
  readonly evenDenied?: boolean
}

/** All cues of one intent; one file each in `intents/`. */
export interface IntentRule {
  readonly intent: Intent
  readonly cues: readonly Cue[]
}

/** A cue that was found, where, and what it is worth there. */
export interface Hit {
  readonly points: number
  readonly sentence: Sentence
  readonly at: number
}

const ANYWHERE: readonly Place[] = ['subject', 'newest', 'quoted', 'name', 'file']

/** How much a place counts in this mail: the newest text leads, what is quoted only if the writer hardly says anything. */
export function weightOf(place: Place, reading: Reading): number {
  switch (place) {
    case 'newest':
      return 1
    case 'subject':
      // The subject of a thread is as old as its first mail.
      return reading.mail.inReplyTo.length > 0 || /^\s*(?:re|aw)\s?:/i.test(reading.mail.subject) ? 0.4 : 0.75
    case 'name':
      return 0.8
    case 'file':
      return reading.nearlyEmpty ? 1 : 0.7
    case 'quoted':
      return reading.forwarded ? (reading.nearlyEmpty ? 1 : 0.7) : reading.nearlyEmpty ? 0.3 : 0.15
    case 'signature':
      return 0.3
  }
}

/** The best place of a cue in a mail, or null. Each cue counts once, however often a mail repeats itself. */
export function findCue(cue: Cue, reading: Reading): Hit | null {
  const places = cue.places ?? ANYWHERE
  let best: Hit | null = null
  for (const { sentence } of sentencesFor(cue.says, reading)) {
    if (!places.includes(sentence.place)) continue
    const match = cue.says.exec(sentence.text)
    if (match === null) continue
    if (cue.unless?.test(sentence.text) === true || cue.with?.test(sentence.text) === false) continue
    const denied = cue.evenDenied !== true && isDenied(sentence.text, match.index)
    const points = (denied ? (cue.denied ?? 0) : cue.points) * weightOf(sentence.place, reading)
    if (points !== 0 && (best === null || Math.abs(points) > Math.abs(best.points)))
      best = { points, sentence, at: match.index }
  }
  return best
}

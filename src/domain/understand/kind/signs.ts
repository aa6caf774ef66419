import type { Kind } from '../../labels.ts'
import { indexIn, testIn } from '../needs.ts'
import type { Look } from './look.ts'
import type { TextPlace, Texts } from './texts.ts'

export type MachineKind = Exclude<Kind, 'human'>

/** Words that a sign was seen in: where they stand, the text, and the index of the telling word. */
export interface Seen {
  readonly from: string
  readonly text: string
  readonly at: number
}

/**
 * One independent reason for or against a kind. Points are log-odds by judgement: 6 settle it, 3 support it, less than 0
 * speaks for a person. A sign counts once, however often a mail shows it.
 */
export interface Sign {
  readonly points: number
  readonly because: string
  readonly see: (look: Look) => Seen | null
}

/** What all signs of one kind together say of a mail. */
export interface Weighed {
  readonly kind: MachineKind
  readonly points: number
  /** The signs that speak for the kind, the strongest first. */
  readonly seen: readonly (Seen & { readonly points: number })[]
}

export function weigh(kind: MachineKind, signs: readonly Sign[], look: Look): Weighed {
  let points = 0
  const seen: (Seen & { readonly points: number })[] = []
  for (const sign of signs) {
    const found = sign.see(look)
    if (found === null) continue
    points += sign.points
    if (sign.points > 0) seen.push({ ...found, points: sign.points })
  }
  seen.sort((a, b) => b.points - a.points)
  return { kind, points, seen }
}

/** A sign of words in a place of the mail; the places are those of `Look`. */
export function says(points: number, because: string, place: TextPlace, words: RegExp): Sign {
  return {
    points,
    because,
    see: (look) => {
      const at = indexIn(words, look.marked(place))
      return at < 0 ? null : { from: FROM[place], text: look[place], at }
    },
  }
}

/** A sign of a fact that has words of its own. */
export function shows(points: number, because: string, see: (look: Look) => Seen | null): Sign {
  return { points, because, see }
}

/** Whether words stand in a place of the mail. */
export function saysIn(look: Texts, place: TextPlace, words: RegExp): boolean {
  return testIn(words, look.marked(place))
}

/** A sign that is or is not there. */
export function when(points: number, because: string, holds: (look: Look) => boolean): Sign {
  return { points, because, see: (look) => (holds(look) ? { from: 'subject', text: look.mail.subject, at: 0 } : null) }
}

const FROM: Readonly<Record<TextPlace, string>> = {
  subject: 'subject',
  bareSubject: 'subject',
  opening: 'text',
  own: 'text',
  whole: 'text',
  head: 'text',
  local: 'header',
  sender: 'header',
}

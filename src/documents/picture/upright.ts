/**
 * Recognises a picture that may lie on its side or on its head. Which way lines run shows in the picture itself; what
 * is up and what is down only in how much sense the words make.
 */
import type { Engine } from './engine.ts'
import { type GrayPicture, shrunk, type Turns, turned } from './gray.ts'
import { lettersOf, levelPart, meanConfidence, type Word } from './words.ts'

/** Upright text is nearly always read with more than this, text on its head with less. */
const SURE = 0.65
/** With fewer letters there is nothing to turn: a picture of things. */
const LEAST_LETTERS = 40
/** Enough to see lines of print as stripes. */
const STRIPE_PIXELS = 300_000
/** Stripes this much clearer in one direction are a reason to turn it first. */
const CLEARER = 1.5
/** A sheet on its side may be on its head as well. */
const MOST_TRIES = 3

export interface Recognised {
  readonly words: readonly Word[]
  /** Of the picture as it was read. */
  readonly width: number
}

export function recogniseUpright(engine: Engine, picture: GrayPicture, isLate: () => boolean): Recognised {
  let best: Recognised & { readonly sense: number } = { words: [], width: picture.width, sense: -1 }
  let turns: Turns = isSideways(picture) ? 1 : 0
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const shown = turned(picture, turns)
    const words = engine.recognise(shown)
    const level = levelPart(words)
    const sense = meanConfidence(words) * level
    if (sense > best.sense) best = { words, width: shown.width, sense }
    if (best.sense >= SURE || lettersOf(words) < LEAST_LETTERS || isLate()) break
    // Lines down the page are a quarter turn away from being level, letters without sense half a turn.
    turns = ((turns + (level < 0.5 ? 1 : 2)) % 4) as Turns
  }
  return best
}

function isSideways(picture: GrayPicture): boolean {
  const small = shrunk(picture, STRIPE_PIXELS)
  return stripes(turned(small, 1)) > CLEARER * stripes(small)
}

/** How much neighbouring rows differ: lines of print and the white between them differ most. */
function stripes({ width, height, gray }: GrayPicture): number {
  let [sum, before] = [0, 0]
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) row += gray[y * width + x]!
    row /= width
    if (y > 0) sum += (row - before) ** 2
    before = row
  }
  return sum / height
}

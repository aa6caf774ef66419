/**
 * What an answer picks out of the choice that the mail below gives: "(a), kindly" below "(a) our template, (b)
 * negotiation", "the second kind" below "an interconnection agreement or a commercial one".
 */
import type { Agreement, Path } from '../../../labels.ts'
import type { Reading, Sentence } from '../../reading.ts'

/** "(a) kindly", "b.", "2, please". */
const LETTER =
  /^\W*(?:(?:yes|option|number|no\.|we (?:take|want|prefer|choose|go with)),? )?\(?([a-d]|[1-4])\)?[.,;:]?(?: (?:please|kindly|it is|for us|thanks|thank you|then|for (?:both|all)(?: of them)?))?\W*$/i
const ORDINAL =
  /^\W*(?:it(?:'s| is) |we want |we take |just )?(?:the )?(first|second|third|former|latter)(?: (?:kind|sort|type|one|option|way|of (?:them|the two|these)))?(?:,? please)?\s*(?:[.;!]|$)/i
/** "C." and "2.", and not "(c)". */
const BARE = /^[^\p{L}\d)]*[a-d1-4][^\p{L}\d)]*$/iu
const GREETING = /^\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|day)|thanks|thank you)\b[^.?:]{0,40}\W*$/i
const SALUTATION = /^\W*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|day))\b[^.?:]{0,40}|\p{Lu}\p{L}+,)\W*$/iu
const PLACE: ReadonlyMap<string, number> = new Map([
  ['first', 0],
  ['former', 0],
  ['second', 1],
  ['latter', 1],
  ['third', 2],
])
/** Sentences of an answer that are looked at, and choices that a question gives. */
const FEW = 4
const LONGEST = 90

const SORTS = /\b(interconnection|commercial|resale)\b/gi
const WAYS: readonly (readonly [Path, RegExp])[] = [
  ['template-as-is', /\btemplate\b|\bas[ -]is\b|\bas it stands\b|\bunchanged\b/i],
  ['negotiate', /\bnegotiat\w+|\bchanges\b|\bredlines?\b/i],
  ['opt-in', /\badopt\w*|\bopt[- ]?in\b/i],
]

interface Chosen {
  readonly path: Path
  readonly sentence: Sentence
}

/** The way that the answer gives by its letter or its name. Null: none is chosen so. */
export function wayChosen({ sentences }: Reading): Chosen | null {
  return wayByLetter(sentences) ?? wayByName(sentences)
}

function wayByLetter(sentences: readonly Sentence[]): Chosen | null {
  const options = optionsIn(sentences)
  const isChoice = [...options.values()].filter((words) => waysNamedIn(words).length > 0).length > 1
  if (!isChoice) return null
  // Behind "thanks", which ends a letter as well, a letter by itself is an initial again.
  const first = sentences.find(({ place, text }) => place === 'newest' && !SALUTATION.test(text))
  for (const sentence of answersIn(sentences)) {
    if (isInitialOrNumber(sentence, first)) continue
    const letter = LETTER.exec(sentence.text)?.[1]?.toLowerCase() ?? ''
    const [path, ...others] = waysNamedIn(options.get(letter) ?? '')
    if (path !== undefined && others.length === 0) return { path, sentence }
  }
  return null
}

/** "Changes. Three, all in Section 7." below "the template as it stands, or will you propose changes?" */
const NAME =
  /^\W*(?:(?:we|it is|it's|with|the|your|our|to|take|want|choose|prefer|use|have|propose|will|would|like|go|sign|expect|just|few|some|two|three|several|as|adopt|\p{Lu}\p{L}+:) ){0,5}(?:templates?|as[ -]is|as it stands|changes|redlines?|negotiat(?:e|ion)|unchanged|adopt(?:ion)?|opt[- ]?in)(?: follow| it| is| it is)?(?:,? please)?[.!]\W*$/iu
const NAME_LONGEST = 35
const NO = /\b(?:no|not|none|nothing|without|never|or|zero)\b|n't\b/i

function wayByName(sentences: readonly Sentence[]): Chosen | null {
  const isAsked = choicesIn(sentences).some((text) => /\bor\b.*\?/i.test(text) && waysNamedIn(text).length > 1)
  if (!isAsked) return null
  for (const sentence of answersIn(sentences)) {
    const { text } = sentence
    if (text.length > NAME_LONGEST || !NAME.test(text) || NO.test(text)) continue
    const [path, ...others] = waysNamedIn(text)
    if (path !== undefined && others.length === 0) return { path, sentence }
  }
  return null
}

function waysNamedIn(text: string): readonly Path[] {
  return WAYS.filter(([, says]) => says.test(text)).map(([path]) => path)
}

/** "C." below the words is the writer's initial, "2." in a line of its own the number of what follows it. */
function isInitialOrNumber(sentence: Sentence, first: Sentence | undefined): boolean {
  return BARE.test(sentence.text) && (sentence !== first || /\d\./.test(sentence.text))
}

/** The sort of agreement by its place among those that the first question below names; "the second" answers no other. */
export function sortChosen({ sentences }: Reading): Agreement | null {
  const place = PLACE.get((ORDINAL.exec(answersIn(sentences)[0]?.text ?? '')?.[1] ?? '').toLowerCase())
  const question = choicesIn(sentences).find((text) => text.includes('?'))
  if (place === undefined || question === undefined) return null
  const sorts = [...new Set([...question.matchAll(SORTS)].map(([sort]) => sort.toLowerCase()))]
  return sorts.length > 1 && /\bor\b/i.test(question) ? ((sorts[place] as Agreement | undefined) ?? null) : null
}

/** The first sentences of the answer behind a greeting. Whoever begins at length answers in whole sentences. */
function answersIn(sentences: readonly Sentence[]): readonly Sentence[] {
  const own = sentences.filter(({ place, text }) => place === 'newest' && !GREETING.test(text)).slice(0, FEW)
  const long = own.findIndex(({ text }) => text.length > LONGEST)
  return long < 0 ? own : own.slice(0, long)
}

function choicesIn(sentences: readonly Sentence[]): readonly string[] {
  return sentences.filter(({ place }) => place === 'quoted').map(({ text }) => text.slice(0, 600))
}

/** What stands behind each letter of a question: "(a) our template, (b) negotiation, (c) adoption". */
function optionsIn(sentences: readonly Sentence[]): ReadonlyMap<string, string> {
  const options = new Map<string, string>()
  for (const text of choicesIn(sentences)) {
    const marks = [...text.matchAll(/(?:^|\s)\(?([a-d]|[1-4])\) /gi)]
    if (marks.length < 2) continue
    marks.forEach((mark, at) => {
      const letter = (mark[1] ?? '').toLowerCase()
      const words = text.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? text.length)
      if (!options.has(letter)) options.set(letter, words)
    })
  }
  return options
}

/**
 * Several legal entities for which one mail asks, as counsel and consultants do (domain 6.1 no. 12, 6.3): named one after
 * the other in a sentence or as a list, each with its own states or all with one. Each is a request of its own (T7).
 */
import type { Parties, Party } from '../../understanding.ts'
import { quote } from '../quote.ts'
import type { Reading } from '../reading.ts'
import { sentencesOf } from '../sentences.ts'
import { type FirmName, firmNamesIn } from './company/firm-names.ts'
import { INCUMBENT, OTHER_TRADE } from './company/name-words.ts'
import { CODE_OF, CODES } from './states/names.ts'

/** Words that say whose names follow. */
const INTRODUCES =
  /\b(?:on behalf of|behalf of|counsel (?:for|to)|attorneys? for|represent(?:s|ing)?|act(?:s|ing)? for|agents? for|consultants? (?:for|to)|clients?|affiliates?|subsidiaries|our (?:companies|entities|carriers))\b[^.!?]{0,80}$/i
/** Or they stand before what they ask for. */
const THEY_ASK =
  /^[)"'\s]*,?\s*(?:\([^)]{0,60}\)\s*)?(?:each|both|jointly|collectively|all|together)?,?\s*(?:of (?:them|which|whom)\s*)?(?:hereby |formally |respectfully )?(?:requests?|seeks?|wish(?:es)?|asks?|wants?|would like|elects?|desires?|intends?)\b/i
/** Between two names of one enumeration: their states, and nothing else. */
const BETWEEN =
  /^[\s,;.&]*(?:\([^)]{1,120}\)|(?:in|for|-|–|:) ?(?:[A-Z][A-Za-z]+[\s,&]*(?:and |or )?){1,16})?[\s,;]*(?:and|&|as well as|plus)?[\s,]*(?:for |by )?(?:the )?$/
const ITEM = /^\s{0,8}(?:\(?[0-9a-zA-Z]{1,2}[.)]|[-*•·–])\s+(?=\S)/
/** Whoever writes for them is none of them. */
const ADVISER =
  /\b(?:P\.?L\.?L\.?C\.?|L\.?L\.?P\.?|P\.?C\.?|P\.?A\.?)$|\b(?:law|legal|attorneys?|counsel|consult\w*|advis\w*)\b/i

/** Null: it asks for one, or for nobody in particular. `states`: of the whole mail. */
export function partiesOf(reading: Reading, states: readonly string[]): Parties | null {
  const named = listed(reading.newest) ?? inSentence(reading.newest)
  if (named === null) return null
  const parties = distinct(named)
  if (parties.length < 2) return null
  const own = parties.filter((one) => one.states.length > 0).length
  if (own === parties.length) return { parties, certain: !named.some(({ company }) => company === '') }
  // One state, or none that is named so far, is that of all of them; of several nobody knows whose they are.
  const isShared = own === 0 && states.length <= 1
  return { parties: isShared ? parties.map((one) => ({ ...one, states })) : parties, certain: isShared }
}

function distinct(named: readonly Party[]): readonly Party[] {
  const byName = new Map<string, Party>()
  for (const { company, states, quote: words } of named) {
    const key = company.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
    if (key === '') continue
    const known = byName.get(key)
    byName.set(key, {
      company: known?.company ?? company,
      states: [...new Set([...(known?.states ?? []), ...states])].sort(),
      quote: known?.quote ?? words,
    })
  }
  return [...byName.values()]
}

/** A numbered or dotted list below words that introduce it. */
function listed(text: string): readonly Party[] | null {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => ITEM.test(line))
  if (first < 1) return null
  const before = lines
    .slice(Math.max(0, first - 4), first)
    .join(' ')
    .trim()
  if (!INTRODUCES.test(before.replace(/[:.]$/, ''))) return null
  const items: string[] = []
  for (const line of lines.slice(first)) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''))
    else if (line.trim() !== '') {
      // A wrapped item goes on, deeper than the rest of the mail.
      if (!/^\s{2,}\S/.test(line)) break
      items.push(`${items.pop() ?? ''} ${line.trim()}`)
    }
  }
  const parties = items.map((item): Party => {
    const [name] = namesIn(item)
    if (name === undefined || name.from > 4) return { company: '', states: [], quote: quote(item) }
    return { company: name.name, states: statesIn(item.slice(name.to)), quote: quote(item) }
  })
  return parties.filter(({ company }) => company !== '').length < 2 ? null : parties
}

function inSentence(text: string): readonly Party[] | null {
  for (const sentence of sentencesOf(text)) {
    const names = namesIn(sentence)
    for (const [at, first] of names.entries()) {
      const run = runFrom(sentence, names, at)
      const last = run.at(-1)
      if (run.length < 2 || last === undefined) continue
      const isIntroduced = INTRODUCES.test(sentence.slice(0, first.from)) || THEY_ASK.test(sentence.slice(last.to))
      if (!isIntroduced) continue
      return run.map((name, place) => ({
        company: name.name,
        states: statesIn(behind(sentence, name, run[place + 1])),
        quote: quote(sentence, name.from),
      }))
    }
  }
  return null
}

function runFrom(sentence: string, names: readonly FirmName[], at: number): readonly FirmName[] {
  const run = names.slice(at, at + 1)
  for (const next of names.slice(at + 1)) {
    const last = run.at(-1)
    if (last === undefined || !BETWEEN.test(sentence.slice(last.to, next.from))) break
    run.push(next)
  }
  return run
}

/** Up to the next name; behind the last one only what stands in brackets right there. */
function behind(sentence: string, name: FirmName, next: FirmName | undefined): string {
  if (next !== undefined) return sentence.slice(name.to, next.from)
  return /^[\s,]*\(([^)]{1,120})\)/.exec(sentence.slice(name.to))?.[1] ?? ''
}

function namesIn(text: string): readonly FirmName[] {
  return firmNamesIn(text).filter(
    ({ hasForm, name }) => hasForm && !INCUMBENT.test(name) && !OTHER_TRADE.test(name) && !ADVISER.test(name),
  )
}

const STATE = new RegExp(`\\b(?:${[...CODE_OF.keys()].sort((a, b) => b.length - a.length).join('|')})\\b`, 'gi')

/** Codes of the states that a text names. */
export function statesIn(text: string): readonly string[] {
  const names = [...text.matchAll(STATE)].flatMap(([name]) => CODE_OF.get(name.toLowerCase()) ?? [])
  const codes = [...text.matchAll(/\b[A-Z]{2}\b/g)].flatMap(([code]) => (CODES.has(code) ? [code] : []))
  return [...new Set([...names, ...codes])].sort()
}

/**
 * The words of a sentence as the model knows them: lower case, without accents, endings taken off, and everything that
 * names one particular thing (a number, a date, a state, an address, a company) put as its class, so that what is
 * learned on one carrier's mail holds for the next.
 */
import { firmNamesIn } from '../facts/company/firm-names.ts'
import { STATES, UNMISTAKABLE } from '../facts/states/names.ts'
import { rememberedShort } from '../remembered.ts'

/** Codes that hardly stand for anything else in capitals: a "CO" is a central office as often, an "ID" a number of somebody. */
const CODES = [...UNMISTAKABLE, 'IA', 'NE']
const NAMES = [...STATES].map(([, name]) => name).sort((a, b) => b.length - a.length)

/** A sign without which there is none, then what stands for it. In this order: an address would lose its digits to the numbers. */
const CLASSES: readonly (readonly [RegExp, RegExp, string])[] = [
  [/:\/\/|www/i, /\bhttps?:\/\/\S+|\bwww\.\S+/gi, ' zzlink '],
  [/@/, /[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, ' zzaddress '],
  [/-\d/, /\bCDS-\d{6}-\d{4}\b|\b[A-Z]{2,4}-[A-Z]-\d{2}-\d{2,4}\b|\b\d{2}[A-Z]-\d{3,4}[A-Z]{0,2}\b/g, ' zznumber '],
  [/[A-Za-z]{4}/, new RegExp(`\\b(?:${NAMES.join('|')})\\b`, 'gi'), ' zzstate '],
  [/[A-Z]{2}/, new RegExp(`\\b(?:${CODES.join('|')})\\b(?![&-])`, 'g'), ' zzstate '],
  [/\d{4}/, /\(?\b\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}\b/g, ' zzphone '],
  [/\$|USD/i, /(?:\$|USD) ?\d[\d,.]*/gi, ' zzmoney '],
  [
    /\d/,
    /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/gi,
    ' zzdate ',
  ],
]

/** Section and rule numbers say what is asked for; all other numbers only that there is one. */
const TELLING_NUMBER = /^(?:25[12]|252i|47|51|8\d{2}|911|14|16)$/

/** At most so many terms of one sentence; a longer one is a list or a paste. */
const MOST_TERMS = 80

/** Kept for a while: most sentences are one clause, and asked for again as such. */
export const termsOf: (sentence: string) => readonly string[] = rememberedShort(cutIntoTerms)

function cutIntoTerms(sentence: string): readonly string[] {
  let text = withoutFirms(sentence)
  for (const [sign, pattern, name] of CLASSES) if (sign.test(text)) text = text.replace(pattern, name)
  const words = withoutAccents(text.toLowerCase())
    .replace(/252 ?\(i\)/g, '252i')
    .match(/[a-z]+(?:'[a-z]+)?|\d+i?|\?/g)
  return (words ?? []).slice(0, MOST_TERMS).map(termOf)
}

function withoutAccents(text: string): string {
  return /[^\u0000-\u007f]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text
}

function withoutFirms(sentence: string): string {
  const firms = firmNamesIn(sentence)
  let text = sentence
  for (const firm of [...firms].sort((a, b) => b.from - a.from))
    text = `${text.slice(0, firm.from)} zzfirm ${text.slice(firm.to)}`
  return text
}

function termOf(word: string): string {
  if (/^\d/.test(word)) return TELLING_NUMBER.test(word) ? word : 'zznumber'
  if (word.includes("'")) return contraction(word)
  return stem(word)
}

/** "don't" and "dont" are one; a possessive is its noun. */
function contraction(word: string): string {
  return word.endsWith("'s") ? stem(word.slice(0, -2)) : word.replace("'", '')
}

/** Takes the commonest English endings off. Crude on purpose: it need only be the same for the same word. */
export function stem(word: string): string {
  if (word.length < 5) return word.length === 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word
  const bare = word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/([^s])s$/, '$1')
    .replace(/(?:ation|ations)$/, 'at')
    .replace(/([a-z]{3})(?:ing|ed)$/, '$1')
    .replace(/([a-z]{3})(?:ly|ment)$/, '$1')
  return bare.length > 3 ? bare.replace(/e$/, '') : bare
}

/** Two neighbours as one term. */
export function pairs(terms: readonly string[]): string[] {
  return terms.slice(1).map((term, at) => `${terms[at]} ${term}`)
}

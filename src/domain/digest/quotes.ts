/** The words of a mail that are shown to the person who decides about it. */
import type { Understanding } from '../understanding.ts'
import type { LowConfidence } from './facts.ts'

export type Understood = Pick<Understanding, 'intents' | 'likeliest' | 'evidence'>

/** What speaks for its main reading, else the first words that spoke for anything; '' where nothing did. */
export function speakingQuote({ intents, likeliest, evidence }: Understood): string {
  const words = evidence.filter(({ from }) => from !== 'header')
  const main = (intents[0] ?? likeliest[0])?.intent
  return (words.find((one) => one.for === main) ?? words[0])?.quote ?? ''
}

/** The two likeliest readings, each with the words that speak for it. */
export function readingsOf({ intents, likeliest, evidence }: Understood): LowConfidence['readings'] {
  const found = likeliest.length > 0 ? likeliest : intents
  return found.slice(0, 2).map(({ intent, confidence }) => ({
    ...{ intent, likely: confidence },
    quote: evidence.find((one) => one.for === intent)?.quote ?? '',
  }))
}

/** Two cases that were made one said something differently: which of the two holds a person says, no mail of either side. */

const WORDS = 'Two different values came in: '

export function twoValues(one: string, other: string): string {
  return `${WORDS}${one} and ${other}.`
}

export function isTwoValues(problem: string | null): boolean {
  return problem?.startsWith(WORDS) ?? false
}

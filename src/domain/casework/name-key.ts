/**
 * A company's name as it is searched for: lower case, without punctuation, spacing and the words that say only what kind
 * of entity it is. For comparing, never for printing (domain 6.2: the legal name is printed as it was written).
 */
export function nameKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9\s]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '')
  while (words.length > 1 && ENTITY_WORDS.has(words.at(-1) as string)) words.pop()
  if (words.length > 1 && words[0] === 'the') words.shift()
  return words.join(' ')
}

const ENTITY_WORDS: ReadonlySet<string> = new Set([
  ...[
    'inc',
    'incorporated',
    'llc',
    'lc',
    'lp',
    'llp',
    'lllp',
    'ltd',
    'limited',
    'corp',
    'corporation',
    'co',
    'company',
  ],
  ...['pc', 'pllc', 'plc', 'na'],
])

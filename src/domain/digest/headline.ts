/** The digest in one line: what its subject says. */
import type { DigestSectionId } from './digest.ts'
import { count, type Rows } from './view.ts'

const WORDS: Readonly<Partial<Record<DigestSectionId, string>>> = {
  decisions: 'decision',
  drafts: 'draft',
  'new-requests': 'new request',
  overdue: 'overdue item',
  'low-confidence': 'unclear mail',
  'failed-sends': 'failed send',
}

/** `1 legal notice, 3 decisions, 2 drafts, 1 clock within 10 days`. */
export function headline(sections: readonly Rows[]): string {
  const counts = sections.flatMap(({ id, rows }) => {
    const pressing = (...marks: readonly unknown[]) => rows.filter(({ line }) => marks.includes(line.pressing)).length
    if (id === 'clocks') return [said(pressing('late', 'today', 'soon'), 'pressing clock')]
    const legal = id === 'decisions' ? pressing('legal') : 0
    return [said(legal, 'legal notice'), said(rows.length - legal, WORDS[id] ?? '')]
  })
  const parts = counts.filter((part) => part !== '')
  return parts.length === 0 ? 'nothing waits for you' : parts.join(', ')
}

function said(number: number, word: string): string {
  return number === 0 || word === '' ? '' : count(number, word)
}

/** Names of actions in a PDF file. PDF.js tells of scripts only; of programs and films nobody else does. */
import type { Job } from '../job.ts'

export const HOLDS_SCRIPTS = 'it holds scripts'

/** Long enough that packed data do not spell them by chance. */
const ACTIVE: readonly (readonly [name: RegExp, detail: string])[] = [
  [nameOf('Launch'), 'it can start other programs'],
  [nameOf('JavaScript'), HOLDS_SCRIPTS],
  [nameOf('RichMedia'), 'it holds films or programs'],
]

export function noteActiveNames(bytes: Buffer, job: Job): void {
  const text = bytes.toString('latin1')
  for (const [name, detail] of ACTIVE) if (name.test(text)) job.note('active-content', detail)
}

/** Each letter as it is or as `#` and its code (ISO 32000-1, 7.3.5). */
function nameOf(word: string): RegExp {
  const letters = [...word].map((letter) => {
    const code = letter.charCodeAt(0).toString(16)
    return `(?:${letter}|#${code}|#${code.toUpperCase()})`
  })
  return new RegExp(`/${letters.join('')}\\b`)
}

/**
 * Papers came, and the only doubt is which of them the mail is mainly about: when each has found its place in the case
 * and nothing is asked or may be wished besides, nobody has anything to tell.
 */
import type { Intent } from '../labels.ts'
import { foldText, textOf } from '../understand/newest-text.ts'
import { plain } from '../understand/plain.ts'
import type { ArrivedMail } from './arrival.ts'
import type { Move } from './home.ts'

const HANDS_IN: ReadonlySet<Intent> = new Set(['customer-questionnaire', 'supporting-document', 'signed-agreement'])
/** So much of the likelihood has to lie with handing in, whatever it is. */
const SURE = 0.9

export function onlyHandsIn({ mail, understanding }: ArrivedMail, moves: readonly Move[]): boolean {
  const { likeliest, documents, beside = [] } = understanding
  if (!beside.every(({ intent }) => HANDS_IN.has(intent))) return false
  const readings = likeliest.filter(({ intent }) => HANDS_IN.has(intent))
  if (readings.reduce((sum, { confidence }) => sum + confidence, 0) < SURE) return false
  const folded = foldText(plain(mail.text))
  if (textOf(folded, folded.newest).includes('?')) return false
  const placed = new Set(moves.flatMap(({ changes }) => changes.flatMap(fileOf)))
  const papers = mail.attachments.filter((file, at) => !file.inline && documents[at] !== 'decoration')
  return papers.length > 0 && papers.every(({ filename }) => placed.has(filename))
}

/** A paper that does not do has its place too: the answer asks for it again and says why. */
function fileOf(change: Move['changes'][number]): readonly string[] {
  const isPlaced = change.change === 'item-met' || change.change === 'item-problem'
  return isPlaced && change.proof.attachment !== null ? [change.proof.attachment] : []
}

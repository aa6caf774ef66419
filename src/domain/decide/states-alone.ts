/**
 * "For Arizona and Utah, please", in answer to a question of ours about copies: the old subject still has the words of an
 * agreement, and nobody asks for one. What it is for a person says, who has the copies to send.
 */
import type { CaseView } from '../case.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import { STATE_NAMES } from '../states.ts'
import type { ArrivedMail } from './arrival.ts'
import { opensMatter } from './home.ts'
import { saidBesides } from './only-thanks.ts'

/** The mail as one of which nobody is sure, where its own words name states and nothing else. */
export function withoutOldMatter(arrived: ArrivedMail, request: readonly CaseView[]): ArrivedMail {
  const { mail, understanding } = arrived
  const isAsked = request.length === 0 || request.some((one) => hasChecklist(one) || one.needsPerson !== null)
  if (isAsked || !opensMatter(understanding) || mail.attachments.some((file) => !file.inline)) return arrived
  const words = saidBesides(mail).map((one) => one.replace(AROUND, '').trim())
  if (words.length === 0 || words.some((one) => one !== '')) return arrived
  const likeliest = request.flatMap(({ intent }) => (intent === null ? [] : [{ intent, confidence: 0.5 }])).slice(0, 1)
  return {
    ...arrived,
    understanding: {
      ...understanding,
      abstained: true,
      likeliest: [...likeliest, ...understanding.likeliest].slice(0, 2),
    },
  }
}

const NAMES = Object.entries(STATE_NAMES).flat()
/** States, and what stands around their names. */
const AROUND = new RegExp(
  `\\b(?:${NAMES.join('|')}|states?|for|in|of|and|or|both|just|only|the|it is|that is|it's|please|sorry|we (?:mean|meant|need)|would be)\\b|[,:;/&()-]+`,
  'gi',
)

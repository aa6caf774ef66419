import type { Rules } from '../../src/domain/understand/model/features.ts'

const NOTHING = { points: 0, hits: [] } as const

/** Rules that found nothing: what is told of a mail then follows from all else. */
export const NO_RULES: Rules = {
  intents: [],
  kinds: [],
  agreement: {
    interconnection: NOTHING,
    resale: NOTHING,
    commercial: NOTHING,
    negotiate: NOTHING,
    'template-as-is': NOTHING,
  },
}

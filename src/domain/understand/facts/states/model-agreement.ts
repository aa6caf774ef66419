/**
 * Words by which a state's agreement is only the model for another: "can the text be the same as the North Dakota agreement",
 * "the Iowa one as a starting point".
 */

const PAPER = '(?:agreement|ICA|contract|one|text|terms|wording|language|form|version|paper|deal|redline|template)s?'

/** Behind the state, for words that say by themselves that something is like something. */
const OF_PAPER = new RegExp(`^ (?:(?:interconnection|current|existing|signed) )?${PAPER}\\b`, 'i')
/** "Is the Iowa agreement the same as the Utah agreement?" asks about both. */
const IS_IT = new RegExp(
  `^\\W*(?:[^.:;?]{1,30}: )?(?:is|are|do|does|did|was|were|how|why|where|in what)\\b[^.;?]* ${PAPER}\\b`,
  'i',
)

const LIKE =
  /(?:\b(?:same|identical|similar|equal|equivalent|close|closest)(?: \w+){0,2} (?:as|to|with)|\b(?:agreement|ICA|contract|text|terms|one)\b[^.;]{0,30}, (?:just |much )?like|\b(?:mirror|mirrors|mirroring|clone|duplicate)) (?:the|our|your|that|what is in the) $/i
const SAME_WORDS =
  /\bthe same way as (?:in |for |with )?(?:the )?$|\b(?:the )?same (?:text|terms|wording|language|rates|conditions|content|exhibits?) as (?:in |for )?$|\bsame as what (?:we|you|they) (?:got|have|had|did|signed|gave us|use) (?:in|for) $/i
const DIFFERS = /\bdiffers?(?: \w+)? from (?:(?:that|the one|those|what we have) (?:in|of|for) )?(?:the |our |your )?$/i

/** "Would the Iowa one do as a starting point?" */
const AS_MODEL = new RegExp(
  `^ (?:interconnection )?${PAPER}[^.;?!]{0,25}\\b(?:as|be|for|is) (?:a|an|the|our|your|its) (?:model|basis|base|pattern|blueprint|starting point|example|sample|guide|precedent)\\b`,
  'i',
)

/** Whether the state is a model there; what stands before and behind it in its sentence. */
export function isModel(before: string, after: string): boolean {
  if (AS_MODEL.test(after) || SAME_WORDS.test(before)) return true
  if (IS_IT.test(before)) return false
  return (LIKE.test(before) && OF_PAPER.test(after)) || DIFFERS.test(before)
}

/** How questionnaires, and those who send them, speak of the papers that come beside one (domain 2.2 step 4b). */
import type { FURTHER_PAPERS } from '../../process/facts.ts'

export type FurtherPaper = (typeof FURTHER_PAPERS)[number]

/** What such a paper calls itself, and what a questionnaire calls it. */
export const FURTHER_WORDS: Readonly<Record<FurtherPaper, string>> = {
  'questionnaire-credit': '\\bcredit (?:application|references?|information|review)\\b',
  'questionnaire-authorization':
    '\\bblanket (?:letter|LOA|authori[sz]ation)\\b|\\bletter of authori[sz]ation\\b|\\bLOA\\b',
  'questionnaire-insurance':
    '\\b(?:certificate|proof|evidence) of (?:liability )?insurance\\b|\\binsurance certificate\\b',
}

/** Stands in all that names one of them, whatever the blanks between the words are. */
export const FURTHER_SIGN = /credit|blanket|authori|LOA|insurance/i

/** Left open it is answered later; that is no section which is left open. */
export const FOLLOWS_FIELD = new RegExp(
  `^[^\\n:|]{0,60}(?:${Object.values(FURTHER_WORDS).join('|')})[^\\n:|]{0,40}[:|?][^\\n]*$`,
  'gim',
)
export const FOLLOW =
  '(?:(?:will|to|shall) (?:follow|be sent|come)|follows?\\b|(?:is|are) (?:to follow|on (?:its|their) way)|separately|by separate mail)'
/** "The credit application will follow": of a paper beside the questionnaire, which is no part of it. */
export const FOLLOWS_WORDS = new RegExp(`(?:${Object.values(FURTHER_WORDS).join('|')})[^.;?]{0,60}\\b${FOLLOW}`, 'gi')

import type { IntentRule } from '../cue.ts'
import { ADOPTS, AGREEMENT, GAP, say, TEMPLATE } from '../words.ts'

/** Words after which "adopt" or "opt in" means the carrier's own template, an amendment or an exhibit (domain 7.1). */
const OWN_PAPER =
  /\b(?:your|the|a) (?:own )?(?:standard|generic|published|model|(?:\w+ )?template|NTA|negotiations template|SGAT)\b|\b(?:advice|advise)[ -]adoption\b|\bAAL\b|\bexhibit [A-Z]\b|\bperformance (?:assurance|plan)|\bPAP\b|\badopt\w* \w+ amendment no|\bown (?:existing )?agreement\b/i

/** Adoption of another carrier's approved agreement under 47 U.S.C. 252(i), decided or only asked about. */
export const optInInquiry: IntentRule = {
  intent: 'opt-in-inquiry',
  cues: [
    { points: 6, says: /\bopt(?:s|ed|ing)?[ -]?in(?:s|to)?\b/i, unless: OWN_PAPER, denied: -5 },
    { points: 5, says: /\badopt(?:s|ed|ing|ion|able|ers?)?\b/i, unless: OWN_PAPER, denied: -5 },
    { points: 3, says: say(ADOPTS, GAP, AGREEMENT), unless: OWN_PAPER },
    { points: 4, says: /\b252 ?\(i\)|\b51\.809\b/i, denied: -4 },
    { points: 6, says: /\bMFN\b|\bmost[ -]favou?red[ -]nation\b/i, denied: -4 },
    {
      points: 5,
      says: /\bsame (?:exact )?(?:deal|agreement|contract|terms|arrangement|paper)\b[^.!?;]{0,50}\b(?:has|have|got|as|which)\b/i,
      unless: /\byour template\b|\bsame wording\b/i,
    },
    {
      points: 5,
      says: /\bstep(?:ping|ped)? into\b|\bin the shoes of an? (?:existing|other)|\bsteps? into the shoes\b/i,
    },
    {
      points: 3,
      says: /\bin (?:its|their) entirety\b|\bwhole (?:thing|agreement)\b|, all of it\b|\bwholly\b|\bword for word\b|\bin full\b|\bincluding (?:all )?amendments?\b/i,
      places: ['newest', 'quoted', 'file'],
    },
    { points: 3, says: /\bpick[ -]and[ -]choose\b|\ball[ -]or[ -]nothing\b/i },
    {
      points: 3,
      says: say(
        '\\b(?:list|which|what|copy)\\b',
        GAP,
        '\\b(?:available|open|adopted|adoptable|already been approved|approved)\\b',
        GAP,
        '\\b(?:adopt|opt|agreements?|step)',
      ),
    },
    {
      points: 5,
      says: /\b(?:which|what|any|whether)\b[^.!?;]{0,60}\b(?:agreements?|contracts?|ICAs?)\b[^.!?;]{0,60}\b(?:open|available|free)\b[^.!?;]{0,40}\b(?:take over|taken over|use|join|others?|carriers?|CLECs?|us|adopt\w*)\b/i,
      unless: OWN_PAPER,
    },
    {
      points: 4,
      says: /\b(?:want|take|like|get|have)\b[^.!?;]{0,20}\b(?:what|the one|the deal|the agreement|the contract)\b[^.!?;]{0,50}\b(?:got|has with you|have with you|signed with you|has|was given)\b/,
      unless: OWN_PAPER,
    },
    {
      points: 3,
      says: /\b(?:use|take|come in on|go with)\b[^.!?;]{0,40}\bagreement\b[^.!?;]{0,40}\b(?:already been approved|has with you|have with you|of another|another carrier)/i,
    },
    {
      points: 16,
      says: /[☒☑✓✔]\s*(?:interconnection: )?opt-?in\b|\[x\]\s*(?:interconnection: )?opt-?in\b/i,
      places: ['file', 'newest'],
    },
    { points: -4, says: say('\\badopt(?:s|ing)?\\b', GAP, '\\b(?:your|the)\\b', '[^.!?;]{0,30}', TEMPLATE) },
    {
      points: -5,
      says: /\b(?:advice|advise)[ -]adoption\b|\bAAL\b|\bexhibit [A-Z]\b|\bperformance assurance\b|\bPAP\b/i,
    },
    {
      points: -4,
      says: /\b(?:keeping it|our own (?:existing )?agreement|amendment made to our agreement|has had its own)\b/i,
      places: ['newest'],
    },
  ],
}

import type { IntentRule } from '../cue.ts'

/** A carrier's order, repair, bill or number port: real, but not this mailbox's (domain 9). */
export const otherDepartment: IntentRule = {
  intent: 'other-department',
  cues: [
    {
      points: 5,
      says: /\b(?:LSRs?|ASRs?|PON|orders?)\b[^.!?;]{0,50}\breject(?:ed|s|ion)?\b|\breject(?:ed|s|ion)?\b[^.!?;]{0,40}\b(?:LSR|ASR|PON|order)\b/i,
      denied: -1,
    },
    { points: 4, says: /\bPON\b[ :#]{1,3}[A-Z0-9]|\bASR \d|\border (?:number|no\.?|#) ?[A-Z]?\d/ },
    {
      points: 4,
      says: /\bFOC(?:'d|d)?\b|\bin jeopardy\b|\bnew due date\b|\bwithout a due date\b|\bexpedite (?:charge|fee|an? order|this order)\b/i,
      denied: -1,
    },
    {
      points: 6,
      says: /\b(?:dispute|disputing|disputed)\b[^.!?;]{0,60}\b(?:bill|invoice|charges?)\b|\b(?:bill|invoice|charges?)\b[^.!?;]{0,60}\bdispute[ds]?\b|\bBAN\b ?\d|\breverse the charges\b|\blate payment charges?\b|\bissue credit\b/i,
    },
    {
      points: 3,
      says: /\binvoices?\b|\bbilling\b/i,
      unless: /\blast invoice has been paid\b|\bbilling conversion\b/i,
      places: ['newest', 'subject'],
    },
    {
      points: 5,
      says: /\b(?:circuit|DS1|DS3|T1|line|service)\b[^.!?;]{0,60}\b(?:down|out of service|outage)\b|\bno dial ?tone\b|\btrouble ticket\b|\brepair (?:line|ticket|center)\b|\bdown hard\b/i,
    },
    {
      points: 5,
      says: /\bNPAC\b|\bport(?:ed|ing|s|-?out)?\b[^.!?;]{0,40}\b(?:numbers?|concurrence|stuck|requested|release|reject|from you)\b|\bnumbers? being ported\b|\bconcurrence\b/i,
      unless: /\bport(?:ing)? (?:it|the agreement)\b|\bacross the state\b/i,
    },
    {
      points: 4,
      says: /\b(?:reject|circuit down|ports? stuck|dispute|expedite|trunks late|trouble)\b/i,
      places: ['subject'],
    },
    {
      points: -5,
      says: /\b(?:have not placed any|no order(?:s)? (?:yet|exists?)|nothing's been rejected|don't mean a particular order)\b/i,
      evenDenied: true,
      places: ['newest'],
    },
  ],
}

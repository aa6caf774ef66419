import type { IntentRule } from '../cue.ts'

/** Name, contact or address changed; merger, assignment, termination (domain intents 16, 19, 20, 24, 28). */
export const accountChange: IntentRule = {
  intent: 'account-change',
  cues: [
    {
      points: 6,
      says: /\bchange of name\b|\bname change\b|\bchanged its name\b|\bchange (?:our|the) (?:company )?name\b|\bis now (?:known as|called)\b|\bformerly known as\b|\bnew name\b/i,
      denied: -2,
    },
    { points: 5, says: /\btrade name\b|\bnew d\/b\/a\b/i, places: ['newest', 'subject'] },
    {
      points: 6,
      says: /\b(?:merger|merged|merging|surviving company|acqui(?:red|sition)|purchase of the assets|asset (?:purchase|sale)|consent to assignment|assigned to us|assignment of|assign(?:ed|s)? (?:its|the|our) (?:\w+ )?agreement)\b/i,
    },
    {
      points: 6,
      says: /\bterminat(?:e|ing|ion)\b[^.!?;]{0,60}\b(?:agreement|ICA)\b|\b(?:we are closing|stop doing business|winding down|cease operations|non-?renewal)\b/i,
      denied: -2,
    },
    {
      points: 6,
      says: /\b(?:new|change of|updated?) (?:notice|mailing|billing|street|contact|e-?mail) (?:address|contact|person)\b|\bnotices? (?:are|should|to be|under the agreement should|will)\b[^.!?;]{0,30}\b(?:sent|go|directed)\b|\b(?:direct|send|address) (?:all )?(?:future )?notices\b|\bwe've moved\b|\bwe have moved\b/i,
      places: ['newest', 'subject'],
    },
    {
      points: 6,
      says: /\b(?:change|update|replace|take|remove|list)\b[^.!?;]{0,50}\b(?:contact|contacts|contact person|technical contact|notice party)\b/i,
      places: ['newest', 'subject'],
      denied: -3,
    },
    {
      points: 3,
      says: /\b(?:update|change|correct) your (?:records|files?)\b|\byour records updated\b|\brecords change\b|\bplease (?:show|update)\b/i,
      places: ['newest', 'subject'],
    },
    {
      points: 3,
      says: /\b(?:effective|from|as of|on) (?:january|february|march|april|may|june|july|august|september|october|november|december|\d)/i,
      with: /\b(?:name|notices?|address|agreement|assets|merger|contact)\b/i,
      places: ['newest'],
      unless: /\b(?:sent|approved|signed|filed)\b/i,
    },
    {
      points: 3,
      says: /\bmy last day\b|\b(?:leaving|left) the company\b|\bno longer with us\b|\bretired\b[^.!?;]{0,20}\b(?:at|as|christmas)|\btaken over\b/i,
      places: ['newest', 'subject'],
      unless: /\bif somebody\b|\bair force\b/i,
    },
  ],
}

import type { IntentRule } from '../cue.ts'
import { say } from '../words.ts'

/** Where does something stand that was sent before? */
export const statusInquiry: IntentRule = {
  intent: 'status-inquiry',
  cues: [
    {
      points: 5,
      says: /\bwhere\b[^.!?;]{0,60}\b(?:stands?|it's at|it is at|things are|is our (?:agreement|request|form)|is it in the process|are we)\b/i,
      places: ['newest'],
    },
    {
      points: 5,
      says: /\bany (?:word|news|update|progress)\b|\bstatus of\b|\bupdate on\b|\bchecking in\b|\b(?:looking for|need|want) (?:a |an )?(?:status|update)\b|\bis it stuck\b|\bstep stuck\b/i,
      places: ['newest'],
    },
    { points: 4, says: /\bwhere is our\b|\bWHERE IS\b/i, places: ['newest'] },
    {
      points: 5,
      says: /\b(?:has|have|is|was|did|whether)\b[^.!?;]{0,70}\b(?:been )?(?:filed|countersigned|assigned|started|approved|drafted|prepared|signed|processed|finished)\b/i,
      with: /\?|\b(?:let me know|know if|tell (?:me|us)|confirm)\b/i,
      places: ['newest'],
      unless: /\b(?:can we order|who has|need to be|do we|nothing's|how can we|what can|until the|can be adopted)\b/i,
    },
    {
      points: 4,
      says: /\b(?:haven't heard|have not heard|heard (?:no more|nothing)|(?:haven't|have not) received (?:anything|a reply|an answer)|no (?:answer|reply|response)|neither an acknowledg|nobody (?:calls|writes)|fourth e-?mail|third e-?mail|weeks later|(?:\d+|\w+) weeks since)\b/i,
      evenDenied: true,
      places: ['newest', 'subject'],
    },
    {
      points: 3,
      says: /\b(?:when (?:will|may|should|can)|on what date|by when)\b[^.!?;]{0,60}\b(?:expect|hear|be sent|complete|done|receive|approved)\b/i,
      places: ['newest'],
    },
    {
      points: 2,
      says: /\b(?:i|we) (?:already )?(?:sent|submitted|mailed|filed|asked)\b[^.!?;]{0,80}\b(?:on|in|last|ago|back in|weeks?|january|february|march|april|may|june|july|august|september|october|november|december)\b/i,
      places: ['newest'],
    },
    { points: 4, says: /\bstatus\b|\bwaiting (?:on|for)\b|\bfollow(?:ing)?[ -]?up\b|\bdocket\?/i, places: ['subject'] },
    {
      points: 2,
      says: /\bdid (?:you|your side)\b[^.!?;]{0,40}\?|\bhow many are ahead\b|\bour place in (?:the )?(?:queue|line)\b/i,
      places: ['newest', 'subject'],
    },
    {
      points: 4,
      says: /\b(?:agreement|request|form|adoption|amendment)\b[^.!?;]{0,60}\bwe (?:asked for|sent|submitted)\b[^.!?;]{0,30}\b(?:back in|in|last|on)\b/i,
      places: ['newest'],
    },
    {
      points: 3,
      says: say(
        "\\b(?:not asking anything new|don't have anything further|does not need|nothing (?:needs|further)|only want to know)\\b",
      ),
      evenDenied: true,
      places: ['newest'],
    },
    { points: -3, says: /\b(?:PON|FOC|ASR \d|LSR|NPAC|invoice)\b/i, places: ['newest', 'subject'] },
  ],
}

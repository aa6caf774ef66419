import type { IntentRule } from '../cue.ts'
import { EARLY_LETTER, GAP, LIVE_ORDER, say } from '../words.ts'

/**
 * The Early Ordering Letter Agreement: orders while the signed agreement awaits the commission's approval. An order that
 * exists already (PON, FOC, reject) is another department's (domain 7.1).
 */
export const earlyOrderingLetter: IntentRule = {
  intent: 'early-ordering-letter',
  cues: [
    {
      points: 6,
      says: say(EARLY_LETTER),
      denied: -5,
      unless: /\b(?:afterwards|if you (?:want|would like|wish)|should you|let me know and i will)\b/i,
    },
    {
      points: 3,
      says: say(EARLY_LETTER),
      with: /\b(?:sign(?:ed)?|original|send|attached|executed?|copy|questions?|need|request)\b/i,
      places: ['newest', 'subject', 'name'],
    },
    { points: 3, says: /\bearl(?:y|ier)[ -]order(?:s|ing)?\b/i, unless: say(LIVE_ORDER), denied: -3 },
    {
      points: 5,
      says: say(
        '\\b(?:orders?|ordering|LSRs?)\\b',
        '[^.!?]{0,80}',
        '\\b(?:before|while|until|till|ahead of|prior to|in the (?:interim|meantime))\\b',
        GAP,
        '\\b(?:approv|commission|P[US]C\\b|pending|acts?\\b|decid)',
      ),
      unless: /\b(?:reject|expedite charge)/i,
    },
    {
      points: 5,
      says: say(
        '\\b(?:orders?|ordering|LSRs?)\\b',
        GAP,
        "\\b(?:in the (?:interim|meantime|mean time)|while (?:it|this|that|the agreement)(?: is|'s)? (?:pending|waiting))",
      ),
      unless: say(LIVE_ORDER),
    },
    {
      points: 5,
      says: say(
        '\\b(?:letter|paper(?:work)?|document|form|something)\\b',
        GAP,
        '\\b(?:lets?|allows?|permits?|enables?)\\b',
        '[^.!?]{0,80}',
        '\\border',
      ),
      denied: -3,
    },
    {
      points: 2,
      says: /\b(?:signed|executed|sitting|waiting|pending|awaiting)\b[^.!?]{0,80}\b(?:pending|waiting|awaiting|not (?:yet )?(?:been )?approved|at the (?:commission|psc|puc)|approval)\b/i,
      places: ['newest', 'quoted'],
    },
    {
      points: 3,
      says: /\b(?:can|may|when) we (?:start |begin )?(?:to )?order\b|\b(?:start|begin) ordering\b/i,
      unless: say(LIVE_ORDER),
    },
    { points: -5, says: say(LIVE_ORDER), places: ['newest', 'subject'] },
  ],
}

import type { IntentRule } from '../cue.ts'
import { HANDS_IN, say } from '../words.ts'

const PAPER =
  "\\b(?:certificates? of (?:insurance|convenience|public|authority)|insurance certificates?|certificates? from|(?:commission|psc|puc|utc|puct?|psc's|utc's) (?:certificates?|registration|order)|(?:registration|certification) letter|order granting|NECA|(?:OCN|company code) (?:letter|notification|assignment)|W[ -]?9|credit (?:application|form|papers)|exemption (?:certificates?|papers|forms?)|(?:sales )?tax (?:license|certificate)|letter of (?:authorization|agency)|CC&N|CPCN|CPCN|bank letter)\\b"

/** Evidence that was asked for: certificate, OCN letter, insurance, tax and credit papers. */
export const supportingDocument: IntentRule = {
  intent: 'supporting-document',
  cues: [
    {
      points: 5,
      says: say(PAPER),
      with: say(HANDS_IN),
      places: ['newest'],
      unless:
        /\b(?:can send it|i can send|when you ask|will come|separate cover|do (?:we|i) have|before we contact|wait for|don't need|to be sent|next|before the certificates|requires? (?:no|a) certificate|none to send|has to be|what we have)\b/i,
      denied: -1,
    },
    {
      points: 2,
      says: say(PAPER),
      places: ['newest', 'quoted'],
      unless: /\?|\b(?:can send|will come|wait for|don't need|before we|holds an?|granted in)\b/i,
    },
    {
      points: 5,
      says: say(
        '(?:',
        PAPER,
        '|\\b(?:COI|CPCN|CCN|NECA|OCN|W ?9|insurance|certificate|exemption|PUC order|registration|LOA|credit application)\\b)',
      ),
      places: ['name'],
    },
    { points: 4, says: say(PAPER), places: ['subject'], unless: /\?|\bfirst\b/i },
    { points: 3, says: /\bcert(?:ificate)?\b/i, places: ['subject'], unless: /\?|\bfirst\b/i },
    {
      points: 4,
      says: /\b(?:picture|photo|scan|copy) of our (?:\w+ )?(?:certificate|registration|license)\b/i,
      places: ['newest'],
    },
    {
      points: 2,
      says: /\b(?:you asked for|you (?:listed|said)|per your list|last thing on|the one item|requested by you|required by)\b/i,
      places: ['newest'],
    },
    { points: 4, says: /\b(?:NECA|national exchange carrier association)\b/i, places: ['file'] },
    {
      points: 4,
      says: /\bcertificate of (?:authority|public convenience|insurance)\b|\bcompany code\b/i,
      places: ['file'],
    },
  ],
}

import type { IntentRule } from '../cue.ts'
import { GAP, HANDS_IN, say } from '../words.ts'

const EARLY = /\bearly[ -]order|\bEOLA\b|\bletter agreement\b/i
const SIGNED_PAPER =
  '\\b(?:signed|executed|signature|sig|counterpart|countersigned)\\b[^.!?;]{0,40}\\b(?:pages?|agreements?|counterparts?|cop(?:y|ies)|originals?|amendments?|ICA)\\b'

/** An executed agreement or amendment, or its signature pages, comes back. */
export const signedAgreement: IntentRule = {
  intent: 'signed-agreement',
  cues: [
    {
      points: 5,
      says: say(SIGNED_PAPER),
      with: say(HANDS_IN),
      places: ['newest'],
      unless:
        /\bearly[ -]order|\bEOLA\b|\bsend (?:\w+ ){0,3}(?:executed|signed|countersigned|conformed)|\bwhen (?:will|did)\b|\bfor signature\b|\badoption letter\b/i,
      denied: -2,
    },
    {
      points: 4,
      says: say(
        '\\b(?:agreement|ICA|amendment)\\b',
        GAP,
        '\\b(?:signed|executed)\\b',
        GAP,
        '\\b(?:attached|enclosed|by our)\\b',
      ),
      places: ['newest'],
      unless: EARLY,
    },
    {
      points: 5,
      says: say(
        '\\b(?:attached|enclosed|return)\\b',
        GAP,
        '\\b(?:agreement|ICA|amendment|counterpart)\\b',
        GAP,
        '\\bsigned\\b',
      ),
      places: ['newest'],
      unless: EARLY,
    },
    {
      points: 4,
      says: /\b(?:signed|executed)\b[^.!?;]{0,40}\b(?:last night|yesterday|today|this morning)\b[^.!?;]{0,60}|\b(?:ceo|president|owner) (?:e-?)?signed the\b/i,
      places: ['newest'],
      unless: EARLY,
    },
    {
      points: 5,
      says: /\b(?:sig(?:nature)?|signed|executed|counterpart|countersigned)\b/i,
      places: ['name'],
      unless: /\bearly|\bEOLA\b|\badoption\b|\bletter\b|\brequest\b|\bARF\b|\bform\b|\bconsent\b|\bevent\b/i,
    },
    {
      points: 3,
      says: /\b(?:executed|signed|signature page|counterpart|originals?)\b/i,
      places: ['subject'],
      unless: /\bearly|\bwaiting\b|\bstatus\b|\bcopies\b|\bletter\b|\bexpires\b|\?/i,
    },
    { points: 4, says: /\b(?:three|3|two|2) (?:signed )?originals\b/i, places: ['newest', 'subject'] },
    {
      points: 3,
      says: /\b(?:return|send)\b[^.!?;]{0,40}\b(?:fully executed|countersigned|conformed|ours back)\b|\bfor countersignature\b|\bwhen countersigned\b/i,
      places: ['newest'],
      unless: EARLY,
    },
    { points: 5, says: /\b(?:IN WITNESS WHEREOF|signature page to)\b/i, places: ['file'] },
    {
      points: -3,
      says: /\b(?:did your side sign|when will the executed|waiting for others|still not|heard)\b/i,
      places: ['newest'],
    },
    {
      points: -3,
      says: /\bwe signed on\b|\bwas signed (?:by|on|at)\b|\bboth (?:of us|sides|parties|signed)\b|\bboth signed\b/i,
      places: ['newest'],
    },
  ],
}

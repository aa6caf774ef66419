import type { IntentRule } from '../cue.ts'
import { GAP, say, WANTS } from '../words.ts'

const AMENDMENT = '\\bamend(?:ment|ments|ing|ed)?\\b'

/** A change of, or an addition to, an agreement in force; the Advice Adoption Letter and "opt into Exhibit K" are such. */
export const amendmentRequest: IntentRule = {
  intent: 'amendment-request',
  cues: [
    {
      points: 5,
      says: say(AMENDMENT),
      with: say('(?:', WANTS, '|\\bready to sign\\b)'),
      places: ['newest'],
      unless:
        /\b(?:adopt(?:s|ing|ion|ers?)?|opt|which are to be|available for|executed|expires?|docket number|filed|(?:including|with)(?: all| the)? amendments|no\. 1;)\b/i,
      denied: -4,
    },
    { points: 3, says: say(AMENDMENT), places: ['subject'], unless: /\b(?:signed|executed|counterpart|adopt)/i },
    { points: 3, says: say(AMENDMENT), places: ['name'], unless: /\b(?:signed|executed|counterpart)/i },
    { points: 6, says: /\b(?:advice|advise)[ -]adoption letter\b|\bAAL\b/i },
    { points: 6, says: /\bopt(?:s|ed|ing)?[ -]?in(?:to)?\b/i, with: /\bexhibit\b|\bperformance assurance\b|\bPAP\b/i },
    { points: 4, says: /\bopt into it\b/i },
    {
      points: 5,
      says: say(
        '\\b(?:add|adds|adding|include|insert|make|extend(?:ing)?|conform|append)\\b',
        GAP,
        '\\b(?:to|of|in|into|from)\\b',
        GAP,
        '\\b(?:our|its|own|existing|current|that) (?:\\w+ ){0,3}(?:agreement|ICA)\\b',
      ),
      places: ['newest', 'subject'],
      denied: -2,
    },
    {
      points: 3,
      says: /\b(?:our own|existing|its own|in force) (?:\w+ ){0,3}(?:agreements?|ICAs?)\b/i,
      places: ['newest'],
      denied: -2,
    },
    { points: 4, says: /\bextend(?:ing|ed)?\b[^.!?;]{0,30}\bterm\b/i, places: ['newest', 'subject'] },
    {
      points: 3,
      says: /\b(?:forbearance|transit|change-of-law|e911|collocation) (?:\w+ )?(?:amendment|language|terms)\b/i,
      places: ['newest', 'subject'],
    },
    {
      points: -5,
      says: /\b(?:signed|executed|counterpart|countersigned)\b/i,
      with: /\bamendment\b/i,
      places: ['newest', 'subject', 'name'],
    },
    {
      points: -4,
      says: /\b(?:not|n't) (?:\w+ ){0,2}(?:looking|asking|want(?:ing)?) to (?:change|amend)\b|\bhas been filed\b/i,
      evenDenied: true,
      places: ['newest'],
    },
    {
      points: -3,
      says: /\b(?:has|have) (?:amendment|no amendment)\b|\bamendment \d+?\b[^.!?;]{0,50}\b(?:filed|signed in)/i,
      evenDenied: true,
      places: ['newest'],
    },
  ],
}

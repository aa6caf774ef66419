import type { IntentRule } from '../cue.ts'
import { HANDS_IN, say, WANTS } from '../words.ts'

const QUESTIONNAIRE = '\\bquestionn?aires?\\b'

/** The Customer Questionnaire is handed in, updated or asked about; that it was finished before is only background. */
export const customerQuestionnaire: IntentRule = {
  intent: 'customer-questionnaire',
  cues: [
    {
      points: 3,
      says: say(QUESTIONNAIRE),
      places: ['newest', 'quoted'],
      unless:
        /\b(?:was|were|is|has been) (?:\w+ ){0,2}(?:accepted|complete|finished|done|received)\b|\bas well\b|\bneeds? changing\b|\breceived and in process\b/i,
    },
    {
      points: 3,
      says: say(QUESTIONNAIRE),
      with: say(HANDS_IN),
      places: ['newest'],
      unless:
        /\b(?:our|the|your) (?:\w+ )?questionn?aire (?:was|of|is complete)\b|\bfollowing up\b|\bamendments? desk\b|\bdocuments for\b|\bgo in before\b/i,
    },
    {
      points: 3,
      says: say(QUESTIONNAIRE),
      with: say(WANTS),
      places: ['newest'],
      unless: /\b(?:was|were) (?:\w+ ){0,2}(?:accepted|complete|finished)\b/i,
    },
    {
      points: 3,
      says: say(QUESTIONNAIRE),
      with: /\b(?:have to|has to|must|need to|will have to|yes|no|portal|log-?in|logging|link|online|web|page|session|stuck)\b|\?/i,
      places: ['newest'],
      unless: /\bgo in before\b/i,
    },
    { points: 2, says: /\bsections?\b/i, with: say(QUESTIONNAIRE), places: ['newest'] },
    { points: 4, says: say(QUESTIONNAIRE), places: ['subject'], unless: /\bdocuments\b|\bstatus\b/i },
    { points: 6, says: /\bquestionn?aires?\b|^(?:.{0,40} )?CQ\b/i, places: ['name'] },
    { points: 5, says: /\bcustomer questionnaire\b/i, places: ['file'] },
    { points: 2, says: /\btax section\b|\bcorrected section\b|\bsections? \d\b/i, places: ['newest', 'subject'] },
    { points: -3, says: /\b(?:agreement|interconnection) questionn?aire\b/i },
  ],
}

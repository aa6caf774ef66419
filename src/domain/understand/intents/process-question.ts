import type { IntentRule } from '../cue.ts'

/** How to start, which template, whether certification comes first, whom to call: nothing is asked for yet. */
export const processQuestion: IntentRule = {
  intent: 'process-question',
  cues: [
    {
      points: 5,
      says: /\bhow (?:do|does|can|would|to)\b[^.!?;]{0,40}\b(?:become|start|get started|begin|apply|go about|CLEC)\b|\bwhat (?:is|are) the (?:process|steps?|procedure)|\bthe steps are\b|\bwhat comes first\b|\bthe order of steps\b/i,
    },
    {
      points: 5,
      says: /\bwhat (?:would|do|does|will) (?:we|i|one|a company|a carrier) (?:need|have to do)\b|\bhow long (?:does|would|will) (?:it|this|that) (?:usually |normally )?take\b|\bthinking (?:about|of) (?:offering|starting|becoming|entering)\b|\bnew to this\b|\bright (?:contact|person|desk|department)\b/i,
      unless: /\bearly[ -]order|\bquestionn?aire|\bcollo|\badopt|\bopt/i,
    },
    {
      points: 5,
      says: /\b(?:which|what) (?:template|one|page|document|company|office)\b[^.!?;]{0,40}(?:\?|\b(?:appl(?:y|ies)|has|have|use|would)\b)|\btwo of your companies\b/i,
    },
    {
      points: 5,
      says: /\b(?:do|must|should|does)\b[^.!?;]{0,20}\b(?:we|i|provider|certificate)\b[^.!?;]{0,60}\b(?:need|wait|have to|must|be in hand|come first|become)\b|\bcertificate first\b|\bhave to come first\b/i,
      unless: /\bearly[ -]order|\bthe letter\b|\bsections?\b|\b(?:what|which) do you need\b/i,
    },
    {
      points: 4,
      says: /\b(?:who|whom) (?:do|should|can|at your company|in your)\b[^.!?;]{0,40}\b(?:call|contact|talk|write|phone|we)\b|\bpoint me to\b|\bthe right person\b|\bwhom to call\b/i,
      unless: /\bearly|\bletter|\bengineering|\bcollocation contact|\bletter\b/i,
    },
    {
      points: 3,
      says: /\bgetting started\b|\bin what order\b|\bseven steps\b|\bthe (?:first|next) step\b|\bsequence of steps\b|\bprocess\b/i,
      places: ['newest', 'subject'],
      unless: /\bin process\b|\bin the process\b|\bchecklist\b/i,
    },
    {
      points: 5,
      says: /\b(?:not asking you to start|before [^.!?;]{3,50} asks? for anything|before we decide|without making any request|an actual request|hold off on|not be docketed|we will plan|general (?:question|inquiry)|just reading)\b/i,
      evenDenied: true,
      places: ['newest', 'subject'],
    },
    { points: 4, says: /\btariff\b/i, with: /\bagreement\b|\binterconnection\b/i },
    {
      points: 3,
      says: /\b(?:is (?:that|it) still so|no longer yours|whom do we write|as per your policy|correct as per)\b/i,
      places: ['newest'],
      evenDenied: true,
    },
    {
      points: 3,
      says: /\b(?:\?|whether)\b[^.!?;]{0,40}|\?\s*$/i,
      with: /\b(?:CLEC|agreement|template|certificate|negotiat)/i,
      places: ['newest'],
      unless: /\b(?:send|status|filed|signed|adopt|opt|amend|questionn?aire|early|letter|approved|trunk|collo|order)/i,
    },
    { points: 2, says: /\?\s*$/, places: ['subject'], unless: /\b(?:status|docket|sponsor|opt|adopt|order|collo)/i },
    {
      points: -3,
      says: /\b(?:we (?:hereby )?request|please (?:start it|send (?:us )?the)|attached is)\b/i,
      places: ['newest'],
    },
    { points: -4, says: /\b(?:early[ -]order\w*|adopt\w*|opt(?:ing)?[ -]in\w*)\b/i, places: ['subject', 'newest'] },
  ],
}

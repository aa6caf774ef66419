import type { IntentRule } from '../cue.ts'
import { ELECTRIC } from '../words.ts'

/** A person's mail about something else: households, electric power, jobs, events, schools, wrong addresses. */
export const unrelated: IntentRule = {
  intent: 'unrelated',
  cues: [
    { points: 12, says: ELECTRIC },
    {
      points: 7,
      says: /\b(?:my|our) (?:home|house|apartment|apt|family) (?:phone|internet|service|tv)?\b|\bnew apartment\b|\bmoving to\b|\bwi-?fi\b|\bmy bill\b|\b(?:customer|subscriber) for \d+ years\b|\bcable company\b|\bmeg internet\b|\bmy (?:phone|internet|router|modem|landline|cell phone)\b|\bsocial security\b/i,
      unless: /\bbest way to get me\b|\bmy cell is\b/i,
    },
    {
      points: 7,
      says: /\b(?:resume|curriculum vitae|cover letter)\b|\bapply for the\b|\bposition\b[^.!?;]{0,30}\b(?:careers|opening|hiring|posted)\b|\bhiring manager\b|\binterviews\b|\bjob (?:opening|application)\b/i,
    },
    {
      points: 9,
      says: /\b(?:wedding|ballroom|catering|banquet|buffet|guests|menu choices|birthday|reunion|barbecue|picnic|cooler|folding chairs|allergic)\b/i,
    },
    {
      points: 6,
      says: /\b(?:student|students|school|class|classroom|grade|semester|exchange program|professor|homework|museum|thesis)\b/i,
      unless: /\bschool district\b/i,
    },
    {
      points: 6,
      says: /\b(?:little league|sponsorship|sponsored|donation|charity|fundrais|uniforms|coach|raffle)\b/i,
      unless: /\bcoach(?:ing)? us\b/i,
    },
    {
      points: 9,
      says: /\b(?:lease|landlord|tenant|mortgage|real estate|closing date|escrow|dentist appointment|prescription|flight|hotel (?:booking|reservation)|tickets for)\b/i,
      unless: /\bangry dentist\b/i,
    },
    {
      points: 5,
      says: /\b(?:parking|lost (?:and|&) found|newsletter|press (?:release|inquiry)|journalist|reporter)\b/i,
    },
  ],
}

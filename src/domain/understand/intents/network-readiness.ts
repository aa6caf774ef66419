import type { IntentRule } from '../cue.ts'
import { LIVE_ORDER, say } from '../words.ts'

const ORDER = say(LIVE_ORDER)

/** Collocation, trunks, forecasts, point of interconnection, joint planning: the technical side of an agreement. */
export const networkReadiness: IntentRule = {
  intent: 'network-readiness',
  cues: [
    {
      points: 4,
      says: /\bcollo(?:cat(?:ion|e|ing))?\b|\bcageless\b|\bcaged\b/i,
      places: ['newest'],
      unless:
        /\bamend|\bsection\b|\b(?:terms|rate elements)\b|\boptional, right\b|\bgroup\b|\bempty\b|\bissues?\b|\bno collocation\b|\binvoice\b|\bintervals\b/i,
      denied: -1,
    },
    { points: 3, says: /\bcollo(?:cation)?\b/i, places: ['subject'], unless: /\binvoice\b|\bamend/i },
    {
      points: 4,
      says: /\b(?:point of interconnection|POIs?|points of interconnection|meet[ -]?(?:point|me room)|mid-span)\b/i,
      places: ['newest', 'subject'],
      unless: /\bexpect to talk|\bwhere the points/i,
      denied: -1,
    },
    {
      points: 4,
      says: /\btrunk(?:s|ing)?\b/i,
      with: /\b(?:forecast|quantit|two-way|one-way|local|911|E911|LIS|groups?|engineer|need)\b/i,
      places: ['newest', 'subject', 'name'],
      unless: ORDER,
      denied: -1,
    },
    { points: 4, says: /\bforecasts?\b/i, places: ['newest', 'subject', 'name'], unless: ORDER },
    {
      points: 4,
      says: /\bjoint planning\b|\bnetwork interconnection activities\b|\binterconnection activities\b|\bsite (?:walk|survey)\b|\bwalk-?through\b|\binterconnection (?:engineering|diagram)\b|\bselective routers?\b/i,
    },
    {
      points: 3,
      says: /\bSS7\b|\bpoint codes?\b|\bCLLI\b|\bSTP\b|\bsplice\b|\bhoming tandem\b|\bswitch is\b/i,
      places: ['newest'],
    },
    {
      points: 3,
      says: /\b(?:space|power)\b[^.!?;]{0,40}\b(?:available|availability|DC|power|amps?|central office)\b|\bcentral office\b/i,
      places: ['newest'],
    },
    {
      points: 2,
      says: /\bengineer(?:s|ing|ed)?\b/i,
      places: ['newest'],
      unless: /\bour engineers? (?:don't|is happy)\b|\bnetwork engineer of\b/i,
    },
    { points: -6, says: ORDER, places: ['newest', 'subject'] },
    {
      points: -3,
      says: /\bcustomer questionnaire\b|\bwhen can|\bterms\b[^.!?;]{0,20}\bcollocation\b/i,
      places: ['newest'],
    },
    {
      points: -5,
      says: /\bamendment that adds\b|\bhas to have the terms\b|\bno collocation section\b/i,
      evenDenied: true,
      places: ['newest'],
    },
  ],
}

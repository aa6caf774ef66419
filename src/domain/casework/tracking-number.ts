/** Our numbers of agreements, `CDS-YYMMDD-serial` (domain 3.7). */
const TRACKING = /\bCDS-\d{6}-\d{4}\b/gi

/** All in a text, upper case, each once, at most twenty. */
export function trackingNumbersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(TRACKING)].map((match) => match[0].toUpperCase()))].slice(0, 20)
}

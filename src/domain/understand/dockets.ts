/** Numbers under which commissions keep their cases (domain 3.7). */

const DOCKETS: readonly RegExp[] = [
  /\b[A-Z]{3}-T-\d{2}-\d{2,3}\b/, // Idaho: QWE-T-22-08
  /\bARB[ -]?\d{2,4}(?:\(\d{1,2}\))?/, // Oregon: ARB 527
  /\bUT-\d{6}\b/, // Washington: UT-980326
  /\bP-\d{3,5}(?:,\d{3,5}){0,3}\/[A-Z]{2}-\d{2}-\d{1,4}\b/, // Minnesota: P-5340,421/IC-06-768
  /\bT-\d{5}[A-Z]-\d{2}-\d{4}\b/, // Arizona: T-01051B-08-0613
  /\bTC\d{2}-\d{3}\b/, // South Dakota: TC06-036
  /\b\d{2}-\d{5}-UT\b/, // New Mexico: 21-00099-UT
  /\b\d{2}[A-Z]-\d{3}T\b/, // Colorado: 04B-160T
  /\b(?:docket|case|order|cause|proceeding)s?,? (?:(?:no|nos|number)s?\.?:? ?|# ?)?([A-Z\d][A-Z\d,/.-]{2,24}\d[A-Z]?)\b/i,
]

/** The first that a text names; null: none. */
export function docketIn(sentence: string): string | null {
  // Our own references look like one.
  const text = sentence.replace(/\bCLEC-\d{4}-\d{5,9}\b|\bCDS-\d{6}-\d{4}\b/g, '')
  for (const pattern of DOCKETS) {
    const match = pattern.exec(text)
    if (match !== null) return (match[1] ?? match[0]).trim()
  }
  return null
}

/**
 * Whether the words at an index of a sentence are denied by what stands before them in the same clause:
 * "we don't want to opt in", "without making any request", "nor does it seek to adopt".
 */
export function isDenied(sentence: string, at: number): boolean {
  const window = sentence.slice(Math.max(0, at - REACH), at)
  if (!MAY_DENY.test(window)) return false
  const clause = lastClause(window)
  const denial = lastIndexOf(clause, DENIAL)
  if (denial < 0) return false
  return !NOT_REALLY.test(clause.slice(denial))
}

const DENIAL =
  /\b(?:not|no(?!\.)|never|nor|neither|without|cannot|nothing|none|rather than|instead of|withdraw(?:n)?|disregard|declines?|isn't|aren't|wasn't|don't|doesn't|didn't|won't|can't|haven't|hasn't|no longer|dont|doesnt)\b/gi

/** Most words stand after no denial at all. */
const MAY_DENY = new RegExp(DENIAL.source, 'i')

/** "not only", "not just", "no later than", "why not": a denial of something else. */
const NOT_REALLY =
  /^(?:not (?:only|just|sure|yet|later)|no (?:later|problem|hurry)|(?:can't|cannot|couldn't) (?:wait|find|get|see|tell|open))\b/i

/** How far a denial reaches in characters; clauses are shorter than that. */
const REACH = 90

function lastClause(window: string): string {
  const cut = Math.max(
    window.lastIndexOf('; '),
    window.lastIndexOf(': '),
    window.lastIndexOf(' but '),
    window.lastIndexOf(', so '),
    window.lastIndexOf(', and '),
    window.lastIndexOf(', we '),
    window.lastIndexOf(", we'"),
    window.lastIndexOf(', I '),
    window.lastIndexOf(' so we '),
    window.lastIndexOf(' - '),
    window.lastIndexOf('? '),
  )
  return cut < 0 ? window : window.slice(cut)
}

function lastIndexOf(text: string, pattern: RegExp): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}

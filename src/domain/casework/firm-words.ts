/**
 * Is a sentence the writer's own order or news of today, or a question, a condition, a thought, a report of years ago, or
 * what somebody else wants? Only the first kind changes anything; of the others a person hears.
 */

const VERBS =
  '(?:drop|forget|skip|cancel|withdraw|remov|scrap|abandon|retract|rescind|strik|add|includ|replac|swap|substitut|switch)\\w*'

const NOT_FIRM: readonly RegExp[] = [
  // "Could we drop Washington?"
  /\?["')\]]*\s*$/,
  // "We decided not to drop Washington"
  new RegExp(
    `\\b(?:don't|do not|never|not to|no need to|without|rather than|instead of) (?:we |you )?(?:\\w+ing )?${VERBS}`,
    'i',
  ),
  // "If the PUC says no"; politely: "if possible"
  /\b(?:if|unless|in case|in the event|provided that|assuming|depending on|whether)\b(?! (?:possible|so|need be|you (?:can|could|would|please|agree)|that (?:is|works))\b)/i,
  // "Once we are certified there"; not "at once", nor "when you can"
  /(?<!\bat )\b(?:once|as soon as)\b(?! (?:possible|you can|more)\b)|\bwhen\b(?! (?:you (?:can|get|have)|possible)\b)/i,
  // "We may drop Washington"; not "we would like to"
  /\b(?:we|I|you|they) (?:may|might|could|would(?! (?:like|prefer|rather|love)))\b/i,
  /\b(?:perhaps|maybe|probably|possibly|(?:think|thinking|thought) (?:of|about)|(?:are|am|is) considering|(?:hard|free|want|need)(?:s|ed)? to (?:decide|discuss|think))\b/i,
]

const DONE =
  /\b(?:dropped|cancell?ed|withdr(?:ew|awn)|abandoned|removed|scrapped|added|included|replaced|swapped|switched)\b/i
const LONG_AGO = /\b(?:last year|years? ago|in (?:19|20)\d\d|back then|at the time|in the past|in those days)\b/i

const OTHERS =
  /(?<![\p{L}'-])(?<who>[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|(?:[Oo]ur|[Yy]our|[Mm]y|[Tt]he|[Aa]n?) (?:\w+ )?(?:consultants?|lawyers?|attorneys?|counsel|advis[eo]rs?|engineers?|colleagues?|customers?|partners?|accountants?|people|person|team|staff)|(?:\p{Lu}[\p{L}'-]+ ){0,2}\p{Lu}[\p{L}'-]+) (?:(?:has|have|had|now|also|still|just) )*(?:wants?|wanted|would like|wish(?:es)?|plans?|planned|intends?|hopes?|thinks?|says?|said|writes?|wrote|suggest(?:s|ed)?|recommend(?:s|ed)?|propos(?:es|ed)|asks?|asked|tells?|told|dropped|added|replaced)\b/u
const OURSELVES = /^(?:We|I|It|This|That|Please|And|But|So|Also|Then|Which|Who)$/

/** `companies`: legal names under which the writer may speak of himself. */
export function isFirm(sentence: string, companies: readonly string[] = []): boolean {
  if (NOT_FIRM.some((one) => one.test(sentence))) return false
  if (DONE.test(sentence) && LONG_AGO.test(sentence)) return false
  const who = OTHERS.exec(sentence)?.groups?.who
  return who === undefined || OURSELVES.test(who) || companies.some((one) => one.includes(who))
}

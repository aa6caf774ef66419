/**
 * Whether an adoption is of the base agreement alone or with amendments, and with which (domain 3.6, T14): "together with
 * the TRRO amendment only", "without amendments". A question chooses nothing, silence neither, and words against each
 * other choose nothing.
 */
import { isDenied } from '../../understand/negation.ts'

export const CHOICES = [
  'base agreement only',
  'base agreement and all amendments',
  'base agreement and named amendments',
] as const
export type AmendmentsChoice = (typeof CHOICES)[number]

const [BASE, ALL, NAMED] = CHOICES

const ASKS =
  /\?\s*$|\b(?:whether|please advise|do we|should we|which amendments|cop(?:y|ies) of|(?:send|provide|e-?mail) (?:us|me|a|the))\b/i
const OPEN =
  /\b(?:undecided|not (?:yet )?(?:decided|sure|certain|clear)|to be (?:determined|decided)|either|if|unless|(?:will|shall) (?:tell|decide|inform|advise|let))\b/i
/** Amendments of the agreement that a company has itself are another matter (domain 7.1). */
const OWN =
  /\bour (?:own |existing |current |approved )*(?:interconnection )?(?:agreement|ICA|contract)\b|\bnew product\b/i

const AMENDMENTS = 'amendments?\\b'
const WITH = '(?:together with|along with|as well as|as amended by|with|plus|and|&|\\+|includ(?:ing|es?|ed)|incl\\.)'
/** What an amendment is called: "TRRO", "Third Party Transit", "first and second", "2014 rate". */
const NAME =
  '(?:(?!(?:with|without|including|include|plus|no|not|none|any|all|each|every|agreement|base|ask|request|send|sign|negotiate|review|want|need|discuss|file|its|their|other|further)\\b)[\\w\'"/&().-]+,?\\s+){1,7}'
const THE =
  '(?:(?:also|only|just|solely)\\s+)?(?:(?:the|that|this|these|those|its|one|two|three|four|five|both|following)\\s+)*'
const NUMBERED = `${AMENDMENTS}[ \\t]*(?:nos?\\b\\.?|numbers?\\b|#)?[ \\t]*\\d`

const NAMES_SOME: readonly RegExp[] = [
  new RegExp(`\\b${WITH}\\s+${THE}(${NAME})${AMENDMENTS}`, 'i'),
  new RegExp(`\\b${WITH}\\s+${THE}${NUMBERED}`, 'i'),
  new RegExp(`\\b(?:only|just|solely)\\s+${THE}(${NAME})${AMENDMENTS}`, 'i'),
  new RegExp(`\\b(?:only|just|solely)\\s+${THE}${NUMBERED}`, 'i'),
  new RegExp(`(?:^|\\bthe\\s+)(${NAME})${AMENDMENTS}(?:\\s*\\([^)]*\\))?\\s+(?:only|alone|as well|too)\\b`, 'i'),
  new RegExp(`\\b${NUMBERED}[^.;]{0,20}\\b(?:only|alone|as well|too)\\b`, 'i'),
  /\bwith (?:both|one|two|three|four|five|the|that|this|its) amendment\b|\b(?:together with|along with|plus|including) (?:the|that|this|its|one) amendment\b|\bwith both amendments\b/i,
]
/** All but some, or none but some. */
const EXCEPT =
  /\bamendments?\b(?:\s+(?:thereto|to it|to date))?,?\s+(?:except|other than|apart from|save|but (?:not|for)|besides|excluding)\b|\ball but\b[^.;]{0,40}\bamendments?\b/i
const ANY_AMENDMENTS = '(?:any |the |its |all |their |of |those |subsequent |later )*'
const SAYS_NONE: readonly RegExp[] = [
  /\b(?:base|original|underlying)(?: (?:agreement|ICA|contract))?,? (?:only|alone|by itself|unamended)\b/i,
  /\b(?:only|just|solely|nothing but) the (?:base|original|underlying)\b/i,
  new RegExp(
    `\\b(?:without|exclud(?:ing|es?)|not includ(?:ing|e)|minus|sans|less) ${ANY_AMENDMENTS}${AMENDMENTS}`,
    'i',
  ),
  new RegExp(
    `\\b(?:no|none of (?:the|its)|not (?:the|its|any)|nor (?:the|its|any)) ${ANY_AMENDMENTS}${AMENDMENTS}`,
    'i',
  ),
  /\b(?:don't|do not|doesn't|does not|not) (?:want|need|wish|include|adopt|elect|take)\b[^.;]{0,25}\b(?:any|the|its) amendments\b|\bunamended\b/i,
]
const SAYS_ALL: readonly RegExp[] = [
  new RegExp(
    `\\b(?:${WITH}|adopt(?:ing|s)?|want|take|elect) (?:also )?(?:any and all|all|each|every)(?: of)?(?: the| its| of its)?(?: \\w+){0,2} ${AMENDMENTS}`,
    'i',
  ),
  /\ball (?:of )?(?:the |its )?amendments (?:thereto|to it|to date|included|as well|too)\b|\bany amendments (?:thereto|to it)\b/i,
  /^\W*all (?:of )?(?:the |its )?amendments\b/i,
  new RegExp(`\\b${WITH} (?:the|its) amendments\\b(?! \\d)`, 'i'),
  /\bbase agreement (?:and|plus|with) (?:the |its |all )*amendments\b|\b(?:including|with) amendments\b(?! \d)|\bas (?:fully )?amended to date\b|\bamendments included\b/i,
]
const TELLS = /[A-Z\d]|\b(?:first|second|third|fourth|fifth|sixth|last|latest)\b/

/** Null: the sentence chooses nothing. */
export function amendmentsChoiceIn(sentence: string): AmendmentsChoice | null {
  if (!/amend/i.test(sentence) && !/\bbase\b/i.test(sentence)) return null
  if (ASKS.test(sentence) || OPEN.test(sentence) || OWN.test(sentence)) return null
  if (EXCEPT.test(sentence)) return NAMED
  if (namesSome(sentence)) return NAMED
  const none = SAYS_NONE.some((one) => one.test(sentence))
  const all = !none && SAYS_ALL.some((one) => isSaid(sentence, one))
  return none ? BASE : all ? ALL : null
}

/** "With the TRRO amendment"; not "without", and not what is only called the amendment of something in small letters. */
function namesSome(sentence: string): boolean {
  return NAMES_SOME.some((one) => {
    const found = one.exec(sentence)
    return found !== null && (found[1] === undefined || TELLS.test(found[1])) && !isDenied(sentence, found.index)
  })
}

function isSaid(sentence: string, pattern: RegExp): boolean {
  const found = pattern.exec(sentence)
  return found !== null && !isDenied(sentence, found.index)
}

/**
 * What sort of carrier a company says it is (domain 3.1). A reseller needs no certificate in Colorado and Iowa, so the
 * word has to be said of the company itself, as a fact: not denied, asked, planned, or said of somebody else.
 */

import { isMet } from '../../process/facts.ts'
import { isDenied } from '../../understand/negation.ts'
import type { CarrierType, CaseFile } from '../case-file.ts'
import type { CaseChange } from '../change.ts'

const SAYS: readonly (readonly [CarrierType, RegExp])[] = [
  ['facility-based', /\bfacilit(?:y|ies)[ -]based\b/gi],
  [
    'reseller',
    /\b(?:(?:am|are|is|'re|as|being|remains?)(?: \w+ly| only| merely| just)? an? (?:\w+ ){0,2}reseller|reseller only|(?:pure|mere|only a) reseller|resale only|(?:only|just|solely|exclusively) resell|resell only)\b|,\s(?:only )?an? (?:\w+ ){0,2}reseller(?=[,.;]|\s(?:of|in|with|that|and|asks|requests|seeks)\b|$)|\b(?:carrier|company|business) type\s*:?\s*reseller\b|\btype of (?:carrier|company|business)\s*:\s*reseller\b/gi,
  ],
  ['wireless', /\b(?:CMRS|wireless (?:carrier|provider)|paging (?:carrier|provider))\b/gi],
]
/** Stands in whatever one of these finds; most sentences have none of it. */
const NAMES_ONE = /facilit|resell|resale|CMRS|wireless|paging/i
/** Asked, some day, or of others. */
const NOT_SO =
  /\?\s*$|\b(?:if|whether|unless|were|may|might|could|would|plan(?:s|ning)? to|intends? to|later|some ?day|eventually|formerly|used to be|was once|until now)\b/i
const OF_OTHERS =
  /\b(?:our |their |another |his |her |an? |the )?(?:(?:customer|affiliate|parent|sister|subsidiary|partner|vendor|seller|competitor)\w* |(?<=\bour )(?!company|firm|client|business|carrier)\w+ )(?:\w+ ){0,2}$/i

/** Null when it says nothing or several. */
export function carrierTypeIn(sentences: readonly string[]): CarrierType | null {
  const settled = sentences.filter((one) => NAMES_ONE.test(one) && !NOT_SO.test(one))
  const said = SAYS.filter(([, pattern]) => settled.some((one) => isSaid(one, pattern)))
  const [only] = said
  return said.length === 1 && only !== undefined ? only[0] : null
}

function isSaid(sentence: string, pattern: RegExp): boolean {
  return [...sentence.matchAll(pattern)].some(({ index }) => {
    const before = sentence.slice(0, index)
    return !isDenied(sentence, index) && !/\bnot\s+$/i.test(before) && !OF_OTHERS.test(before)
  })
}

export interface CarrierLearned {
  readonly type: CarrierType | null
  /** What a person decides, and why. */
  readonly asks: CaseChange | null
}

/**
 * The first word counts until another comes. What brings a certificate back is taken as it is said; what does away with
 * one that is needed, or turns a certificate that is in into another, a person decides.
 */
export function carrierLearned(file: CaseFile, said: CarrierType | null): CarrierLearned {
  const known = file.carrierType
  if (said === null || said === known) return { type: null, asks: null }
  const isFree = known === null || (said !== 'reseller' && !isMet(file, 'certification'))
  if (isFree) return { type: said, asks: null }
  if (file.needsPerson !== null) return { type: null, asks: null }
  return {
    type: null,
    asks: { change: 'needs-person', why: `the mail calls the carrier ${said}, and the case has ${known}` },
  }
}

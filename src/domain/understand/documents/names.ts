import type { DocumentSort } from '../../labels.ts'
import { wordsOfName } from '../plain.ts'

/** What file names and covering letters call the papers. */

/** Papers that have no sort of their own; asked first, so that "insurance certificate" is no certification. */
const OTHER_PAPER =
  /\b(?:COI|ACORD ?\d*|insurance|W[ -]?9|credit|tax|exemption|FET|resale cert\w*|forecast|fcst|invoice|resume|diagram|LOA|letter of (?:authorization|agency)|bill of sale|articles|consent|notice of name|amendment notice|completion|good standing|merger|draft|unsigned|template|request for negotiation)\b/i

interface PaperName {
  readonly sort: DocumentSort
  readonly name: RegExp
  /** How a covering letter speaks of it. */
  readonly letter: RegExp
}

const NAMES: readonly PaperName[] = [
  {
    sort: 'early-ordering-letter',
    name: /\bearly ?order\w*\b|\bEOLA?\b/i,
    letter: /\bearly[ -]order(?:ing)?(?: letter| ltr| agreement)?\b|\bEOLA?\b/i,
  },
  {
    sort: 'customer-questionnaire',
    name: /\bquestionn?aires?\b|(?:^| )N?CQ(?: |$)/i,
    letter: /\bquestionn?aire\b|\bthe CQ\b/i,
  },
  {
    sort: 'agreement-request-form',
    name: /\bagreement ?requests?(?: ?form)?\b|\brequest form\b|\bARF\b/i,
    letter: /\b(?:agreement )?request form\b|\bARF\b/i,
  },
  {
    sort: 'redlined-agreement',
    name: /\bredlines?d?\b|\bmark ?ups?\b|\bmarked\b|\btracked\b|\bcompare\b|\bedit(?:s|ed)\b/i,
    letter: /\bredline|\bchanges tracked\b|\btracked changes\b|\bmark-?up\b/i,
  },
  {
    sort: 'adoption-letter',
    name: /(?<!\badvi[cs]e )\badoption\b|\b252 ?\(?i\)?|\belection\b|\bopt ?in\b/i,
    letter: /\badoption letter\b|\bnotice of adoption\b|\belection to adopt\b|\bletter of adoption\b/i,
  },
  {
    sort: 'ocn-letter',
    name: /\b(?:NECA|OCN|company code|code letter)\b/i,
    letter: /\b(?:NECA|OCN|company code) (?:letter|notification|assignment)\b|\bNECA\b/i,
  },
  {
    sort: 'signed-agreement',
    name: /\b(?:signed|executed|exec|sig|signature|sigs|sgd|counterpart|countersigned|conformed|initials|initial(?:l)?ed)\b/i,
    letter:
      /^(?:signed|executed) (?:it|them|both|all)\b|\bsignature pages?\b|\bsig pages?\b|\bsigned pages?\b|\bfinally signed\b|\b(?:executed|signed|countersigned)\b[^.]{0,40}\b(?:agreement|amendment|counterpart|ICA|contract|copy)\b|\b(?:agreement|amendment|ICA|contract|letter)\b[^.]{0,40}\b(?:signed|executed)\b/i,
  },
  {
    sort: 'certification',
    name: /\b(?:CPCN|CCN|CC&N|certificat\w*|cert|registration|(?:\w{0,3}P[US]C|UTC|ACC|PRC|IUB|NMPRC|commission) (?:\w+ )?(?:order|certificate|letter|registration|decision)|decision \d+|order [A-Z]{0,2} ?\d+)\b/i,
    letter:
      /\b(?:psc|puc|prc|acc|commission|utc|state)(?:'s)? (?:certificate|registration|order|decision)\b|\border granting\b|\b(?:paper|letter|sheet|thing) from (?:the )?(?:PUC|PSC|PRC|UTC|commission)\b|\bour (?:\w+ )?certificate\b|\bcertificate of the (?:\w+ )?(?:PUC|PSC|PRC|UTC|ACC|commission|board|state)\b|\bcertificate of (?:authority|public)|\bCPCN\b/i,
  },
]

const REDLINE = /\bredlines?d?\b|\bmark ?ups?\b|\btracked\b/i
const AGREEMENTS_OWN = /\b(?:template|draft|ICA|agreement|amendment)\b/i

/** The sort that a file's name tells; `other` only for papers known to be of no sort. */
export function sortOfName(filename: string): DocumentSort | null {
  const name = splitCapitals(wordsOfName(filename))
  // "WY template redline": what it was made from.
  if (OTHER_PAPER.test(name) && !(REDLINE.test(name) && AGREEMENTS_OWN.test(name))) return 'other'
  return NAMES.find((one) => one.name.test(name))?.sort ?? null
}

/** "SigPage" is "Sig Page". */
function splitCapitals(words: string): string {
  return words.replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 ')
}

/** The sort that a covering letter names. */
export function sortOfLetter(letter: string, isOtherTold = false): DocumentSort | null {
  if (!isOtherTold && OTHER_PAPER.test(letter)) return 'other'
  return NAMES.find((one) => one.letter.test(letter))?.sort ?? null
}

/** Whether a covering letter says that what it brings is signed. */
export function saysSigned(letter: string): boolean {
  return NAMES.some((one) => one.sort === 'signed-agreement' && one.letter.test(letter))
}

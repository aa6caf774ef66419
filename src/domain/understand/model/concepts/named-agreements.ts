/** Agreements that a sentence names by their holder: "Bluebird Telecom's agreement", "the contract you have with Acme". */
import { STATES } from '../../facts/states/names.ts'

const PAPER = '(?:agreements?|contracts?|ICAs?|deals?|terms)'
/** Words with a capital that are no carrier's name. */
const NO_NAMES = [
  ...'CenturyLink CenturyTel Qwest Lumen Embarq Interconnection Resale Commercial Wireless Standard Generic Template'.split(
    ' ',
  ),
  ...'New The This That These Your Our Their Its My His A An Any Each Both No All Local Letter Early Service Customer'.split(
    ' ',
  ),
  ...'Master License We I If Is It Please After Before When As At On In For To From Under By With And Or But So Once'.split(
    ' ',
  ),
  ...'Since What Which Where How Section Exhibit Amendment Re Fw Fwd Subject Dear Hi Hello Signed Executed Mr Ms Mrs'.split(
    ' ',
  ),
  ...STATES.map(([, name]) => name.split(' ')[0] ?? ''),
]
const NAME = `\\b(?!(?:${NO_NAMES.join('|')})\\b)([A-Z][\\w&.-]*[a-z][\\w&.-]*)`
const BEFORE = new RegExp(`${NAME}(?: [A-Z&][\\w&.-]*){0,4}(?:'s?)? (?:[a-z]+ ){0,2}${PAPER}\\b`, 'g')
const AFTER = new RegExp(
  `\\b${PAPER} (?:of|with|held by|belonging to|that|which|between you and|you (?:have|had|gave|signed|made|reached)(?: with| to)?) (?:the )?${NAME}`,
  'g',
)
const HAS_PAPER = new RegExp(`\\b${PAPER}\\b`)

/** The first words of the holders' names. */
export function agreementHolders(sentence: string): readonly string[] {
  if (!HAS_PAPER.test(sentence)) return []
  return [BEFORE, AFTER].flatMap((pattern) => [...sentence.matchAll(pattern)].map((match) => match[1] ?? ''))
}

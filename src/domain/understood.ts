/** What was understood, in lines that the sender can check and correct. */

import { tradeNames } from './casework/clec.ts'
import type { Agreement, Path } from './labels.ts'
import type { ReadMail } from './mail.ts'
import { stateName } from './states.ts'
import type { Understanding } from './understanding.ts'

export interface UnderstoodLine {
  readonly label: string
  readonly value: string
}

const AGREEMENT_WORDS: Record<Agreement, string> = {
  interconnection: 'Interconnection agreement (47 U.S.C. 251/252)',
  commercial: 'Commercial agreement',
  resale: 'Resale agreement',
}

const PATH_WORDS: Record<Path, string> = {
  'template-as-is': 'The template agreement unchanged',
  negotiate: 'Negotiation',
  'opt-in': 'Adoption of an existing agreement (252(i))',
}

/** Only what was found; nothing is guessed and nothing is said about what will follow. */
export function understoodLines(understanding: Understanding, mail: ReadMail): readonly UnderstoodLine[] {
  const { company, states, agreement, path, identifiers, contact } = understanding
  const files = mail.attachments.filter(
    (file, index) => file.filename !== '' && understanding.documents[index] !== 'decoration',
  )
  const lines: [string, string][] = [
    ['Company', company ?? ''],
    ['Trade name (d/b/a)', company === null ? '' : tradeNames(mail, company).join(', ')],
    [states.length === 1 ? 'State' : 'States', states.map(stateName).join(', ')],
    ['Agreement', agreement === null ? '' : AGREEMENT_WORDS[agreement]],
    ['Way to the agreement', path === null ? '' : PATH_WORDS[path]],
    ['OCN', identifiers.ocn ?? ''],
    ['ACNA', identifiers.acna ?? ''],
    ['Contact', contact === null ? '' : [contact.name, contact.email, contact.phone ?? ''].filter(Boolean).join(', ')],
    ['Files received', files.map((file) => file.filename).join(', ')],
  ]
  return lines.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))
}

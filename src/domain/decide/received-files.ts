import type { DocumentSort } from '../labels.ts'
import type { Section } from '../letter/section.ts'
import type { Matter } from './matter.ts'

const FILES: Readonly<Partial<Record<DocumentSort, string>>> = {
  'agreement-request-form': 'Agreement Request Form',
  'customer-questionnaire': 'Customer Questionnaire',
  certification: 'State certification',
  'ocn-letter': 'OCN letter',
  'early-ordering-letter': 'Early Ordering Letter Agreement',
  'signed-agreement': 'Signed agreement pages',
  'redlined-agreement': 'Redlined agreement',
  'adoption-letter': 'Adoption letter',
}

/** Which papers came; null when none of them is one that the process knows. */
export function receivedFiles({ arrived, opens }: Pick<Matter, 'arrived' | 'opens'>): Section | null {
  const { mail, understanding } = arrived
  const files = mail.attachments.flatMap((file, at) => {
    const label = FILES[understanding.documents[at] ?? 'other']
    return label === undefined || file.filename === '' ? [] : [{ label, file: file.filename }]
  })
  return files.length === 0 || opens ? null : { section: 'documents-received', files }
}

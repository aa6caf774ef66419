import { ITEMS } from '../casework/items.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import type { DocumentSort } from '../labels.ts'
import type { Section } from '../letter/section.ts'
import type { Attachment } from '../mail.ts'
import { describeItem } from '../process/words.ts'
import { isChecklist } from '../understand/documents/checklist.ts'
import type { Matter } from './matter.ts'
import { withdrawnPapers } from './withdrawn-papers.ts'

const FILES: Readonly<Partial<Record<DocumentSort, string>>> = {
  'agreement-request-form': 'Agreement Request Form',
  'customer-questionnaire': 'Customer Questionnaire',
  certification: 'State certification',
  'ocn-letter': 'OCN letter',
  'early-ordering-letter': 'Early Ordering Letter Agreement',
  'signed-agreement': 'Agreement pages',
  'redlined-agreement': 'Redlined agreement',
  'adoption-letter': 'Adoption letter',
}

type Received = Pick<Matter, 'arrived' | 'cases' | 'home' | 'opens'>

/** Which papers came; null when none of them is one that the process knows. */
export function receivedFiles({ arrived, cases, home, opens }: Received): Section | null {
  const { mail, understanding } = arrived
  const after = cases.map(({ file }) => file)
  const request = [...after, ...home.request.filter((one) => after.every(({ id }) => id !== one.id))]
  const withdrawn = withdrawnPapers(arrived, request).flatMap(({ papers }) => papers)
  const files = mail.attachments.flatMap((file, at) => {
    if (withdrawn.includes(file)) return []
    const label =
      FILES[understanding.documents[at] ?? 'other'] ?? labelByItem(arrived.id, file, cases) ?? labelByText(file)
    return label === undefined || file.filename === '' ? [] : [{ label, file: file.filename }]
  })
  if (opens || files.length + withdrawn.length === 0) return null
  if (files.length === 0) return { section: 'received-for-person' }
  const apart = [...new Set(withdrawn.map(({ filename }) => filename))].filter((name) => name !== '')
  return { section: 'documents-received', files, ...(apart.length === 0 ? {} : { apart }) }
}

/** Forms that say themselves what they are, whatever they prove. */
function labelByText({ text }: Attachment): string | undefined {
  return isChecklist(text ?? '') ? 'Carrier-to-carrier checklist of the commission' : undefined
}

const PAPERS =
  /^(?:filed|certification|questionnaire-(?:credit|authorization|insurance)|tax-forms|sender-authority|start-up-.*)$/

/** Papers without a sort of their own, such as start-up forms, by the item that they are for. */
function labelByItem(messageId: number, paper: Attachment, cases: readonly CaseOutcome[]): string | undefined {
  for (const { file } of cases)
    for (const item of ITEMS.filter((one) => PAPERS.test(one))) {
      const proof = file.items[item]?.proof
      if (proof?.messageId !== messageId) continue
      if (proof.attachment === paper.filename) return describeItem(item, file)
    }
  return undefined
}

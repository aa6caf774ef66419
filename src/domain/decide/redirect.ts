/**
 * Matters of other departments (domain 9): whom the mail should have gone to. A department is named where the settings
 * name it, for names and numbers age; else it is said who takes such matters, without an address.
 */
import type { Department } from '../casework/desk-settings.ts'
import type { Wish } from '../decision.ts'
import type { Section } from '../letter/section.ts'
import type { ReadMail } from '../mail.ts'
import { newestSentences, newestWords } from '../understand/newest-words.ts'
import type { Matter } from './matter.ts'

interface Elsewhere {
  readonly says: RegExp
  readonly topic: string
  readonly department: Department
  readonly advice: string
}

const ELSEWHERE: readonly Elsewhere[] = [
  {
    says: /\b(?:repair|trouble ticket|no dial ?tone|outage|circuit (?:is )?down)\b/i,
    topic: 'repair and trouble tickets',
    department: 'repair',
    advice:
      'Trouble with a circuit or a line goes to the repair center that took your earlier tickets, or to your service manager. Please have the circuit id at hand.',
  },
  {
    says: /\b(?:invoice|bill(?:ing|ed)?|dispute[sd]? charges?|BAN\b|USOC|CABS)\b/i,
    topic: 'billing',
    department: 'billing',
    advice:
      'A bill, or a dispute of one, goes to the billing contact that your invoice or the payment section of your agreement names. Please have the account and invoice numbers at hand.',
  },
  {
    says: /\b(?:port(?:ing|-?out)?|LNP|NPAC|SPID|LOA)\b/i,
    topic: 'number porting',
    department: 'number-porting',
    advice:
      'A port that was returned, or a question about one, goes the way by which the port order was sent, or to your service manager. Please have the order number and the telephone numbers at hand.',
  },
  {
    says: /\b(?:collocation|cage|APOT|C-?POI)\b/i,
    topic: 'collocation',
    department: 'collocation',
    advice:
      'An application, a quote or a job of collocation goes to your collocation service manager. Please have the code of the site (CLLI) at hand.',
  },
  {
    says: /\b(?:LSR|ASR|PON|FOC|due date|jeopardy|reject(?:ed|s)?|expedite)\b/i,
    topic: 'orders',
    department: 'orders',
    advice:
      'An order, and what was returned of one, goes to the service center where the order was placed, or to your service manager. Please have the order number (PON) at hand.',
  },
  {
    says: /\b(?:directory|listing)\b/i,
    topic: 'directory listings',
    department: 'directory-listings',
    advice: 'A listing goes the way by which your directory orders are sent, or to your service manager.',
  },
]

const ANYTHING: Omit<Elsewhere, 'says'> = {
  topic: 'matters other than interconnection agreements',
  department: 'other-departments',
  advice:
    'Please turn to your service manager or sales executive, or to the wholesale contact that you usually write to.',
}

/** Complaints that name their matter, beside whatever else a mail wants: "and our invoice is wrong". */
const COMPLAINS: readonly RegExp[] = [
  /\b(?:our|your|this|these|last|latest)\b[^.?!]{0,20}\b(?:invoices?|bills?)\b[^.?!]{0,60}\b(?:wrong|incorrect|in error|overcharg\w*|disput\w+|twice|credit(?:ed)?)\b/i,
  /\b(?:dispute|wrong|incorrect)\b[^.?!]{0,40}\b(?:invoices?|bills?|charges)\b|\b(?:over|double)[- ]?(?:charged|billed)\b|\bbilled (?:us )?twice\b/i,
  /\bcircuits?\b(?:[^.?!]|\.(?! )){0,40}\b(?:down|out of service|not working)\b|\bno dial ?tone\b|\bopen(?:ed)? a trouble ticket\b/i,
]

/** The sentence of such a complaint; null: there is none. */
export function complaintIn(mail: Pick<ReadMail, 'text'>): string | null {
  return newestSentences(mail).find((sentence) => COMPLAINS.some((one) => one.test(sentence))) ?? null
}

function elsewhereIn(text: string): Elsewhere | undefined {
  return ELSEWHERE.find(({ says }) => says.test(text))
}

/** `beside`: the sentence that is about it, where the rest of the mail is about something else. */
export function redirect({ arrived, facts }: Matter, beside: string | null = null): Section {
  const { mail } = arrived
  // What is quoted speaks where the writer says nothing of his own: he sends it on.
  const words = [newestWords(mail), mail.text].map((text) => `${mail.subject}\n${text.slice(0, 20_000)}`)
  const { topic, department, advice } = (beside === null ? words : [beside]).map(elsewhereIn).find(Boolean) ?? ANYTHING
  const { links, departments } = facts.desk
  return {
    ...{ section: 'redirect', topic, advice },
    destination: departments[department] ?? departments['other-departments'] ?? null,
    link: links[department] ?? links['other-departments'] ?? null,
  }
}

interface Told {
  readonly sender: string
  readonly lead: { readonly id: number; readonly ref: string }
  /** What the letter says, if there is one. */
  readonly sections: readonly Section[]
}

/**
 * The letter can name nobody, so that the matter may come back, or be lost: asked once for each department until
 * somebody has looked.
 */
export function unnamedDepartments({ sender, lead, sections }: Told): readonly Wish[] {
  return sections.flatMap((one) => {
    if (one.section !== 'redirect' || one.destination !== null || one.link !== null) return []
    const { department } = ELSEWHERE.find(({ topic }) => topic === one.topic) ?? ANYTHING
    return [
      {
        ...{ wish: 'ask-human', sort: 'elsewhere', caseId: lead.id, once: `elsewhere ${department}` },
        sentence: `${sender} writes in ${lead.ref} about ${one.topic}, which is a matter of another department. The letter says who usually takes it and can name nobody, for the settings name none: pass the mail on if it cannot wait, and put a name under "departments", or a page under "links", as ${department} into intagree.yaml. It is asked once for all such mails.`,
      } as const,
    ]
  })
}

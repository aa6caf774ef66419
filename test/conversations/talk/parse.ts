/**
 * A talk: a dialogue of mails, days and orders with what the desk does in between, as text that a clerk can read.
 * README.md beside the talks says how one is written. What it expects stands below `then`, two blanks deep.
 */

export interface Attached {
  readonly name: string
  readonly lines: readonly string[]
  /** A picture of paper: a PDF without text. */
  readonly scan: boolean
}

export interface SketchedMail {
  readonly from: string
  readonly subject: string
  /** Answers our newest letter to this address; `quoting` repeats it below, as mail programs do. */
  readonly reply: 'no' | 'plain' | 'quoting'
  readonly headers: readonly string[]
  readonly lines: readonly string[]
  readonly files: readonly Attached[]
}

export type Step =
  | { readonly step: 'at'; readonly moment: string; readonly line: number }
  | { readonly step: 'pass'; readonly days: number; readonly line: number }
  | { readonly step: 'mail'; readonly mail: SketchedMail; readonly line: number }
  /** The newest letter to this address comes back for good. */
  | { readonly step: 'bounce'; readonly address: string; readonly line: number }
  | { readonly step: 'order'; readonly words: string; readonly by: string | null; readonly line: number }
  /** The digest of somebody of the desk goes out. */
  | { readonly step: 'digest'; readonly address: string; readonly line: number }
  | { readonly step: 'then'; readonly expected: readonly string[]; readonly line: number }

export interface Talk {
  /** The comment on top. */
  readonly about: string
  /** Lines before the first step: staff, mode, zone, trusted servers, links. */
  readonly settings: readonly string[]
  readonly steps: readonly Step[]
}

const SETTINGS: Readonly<Record<string, { readonly form: RegExp; readonly example: string }>> = {
  staff: {
    form: /^[^<>]+ <[^<>\s]+@[^<>\s]+>(?: (?:manager|[A-Z]{2}))*$/,
    example: 'staff Anna Keller <anna@carrier.example> CO UT',
  },
  mode: { form: /^(?:observe|draft|auto)$/, example: 'mode draft' },
  hold: { form: /^[a-z-]+ (?:observe|draft|delayed|auto)$/, example: 'hold acknowledgement delayed' },
  trust: { form: /^\S+$/, example: 'trust mx.carrier.example' },
  link: { form: /^[a-z-]+ https:\/\/\S+$/, example: 'link sold-states https://wholesale.example.net' },
  zone: { form: /^[A-Z][A-Za-z_]+\/[A-Za-z_/]+$/, example: 'zone America/New_York' },
}

/** Throws an Error that begins with the line it is about. */
export function parseTalk(text: string): Talk {
  const lines = text.split('\n')
  const about: string[] = []
  const settings: string[] = []
  const steps: Step[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (isSetting(line) && steps.length === 0) settings.push(checked(line, at + 1))
    else if (line.startsWith('# ') && steps.length === 0) about.push(line.slice(2))
    if (line.trim() === '' || line.startsWith('#') || (isSetting(line) && steps.length === 0)) at += 1
    else {
      const { step, next } = stepAt(lines, at)
      steps.push(step)
      at = next
    }
  }
  const last = steps.at(-1)
  if (last !== undefined && last.step !== 'then') throw new Error(`line ${last.line}: a talk ends with "then"`)
  return { about: about.join(' '), settings, steps }
}

function isSetting(line: string): boolean {
  return Object.hasOwn(SETTINGS, line.split(' ')[0] ?? '')
}

function checked(line: string, number: number): string {
  const [word = '', ...rest] = line.split(' ')
  const setting = SETTINGS[word]
  if (!setting?.form.test(rest.join(' '))) throw new Error(`line ${number}: write for example "${setting?.example}"`)
  return line
}

function stepAt(lines: readonly string[], at: number): { readonly step: Step; readonly next: number } {
  const [word = '', ...rest] = (lines[at] ?? '').split(' ')
  const words = rest.join(' ')
  const line = at + 1
  switch (word) {
    case 'at':
      return { step: { step: 'at', moment: momentOf(words, line), line }, next: at + 1 }
    case 'pass':
      return { step: { step: 'pass', days: daysOf(words, line), line }, next: at + 1 }
    case 'bounce':
      return { step: { step: 'bounce', address: words, line }, next: at + 1 }
    case 'digest':
      return { step: { step: 'digest', address: words, line }, next: at + 1 }
    case 'order':
      return { step: orderStep(words, line), next: at + 1 }
    case 'mail':
      return mailAt(lines, at, words)
    case 'then':
      return thenAt(lines, at)
    default:
      throw new Error(`line ${line}: "${word}" is no step; there are: at, pass, mail, bounce, order, digest, then`)
  }
}

function momentOf(words: string, line: number): string {
  if (/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(words)) return words
  throw new Error(`line ${line}: write for example "at 2026-03-02 09:00"`)
}

function daysOf(words: string, line: number): number {
  const days = Number(/^(\d+) days?$/.exec(words)?.[1])
  if (!(days > 0)) throw new Error(`line ${line}: write for example "pass 7 days"`)
  return days
}

/** `order tick …`, or `order as ben@carrier.example: tick …`. */
function orderStep(words: string, line: number): Step {
  const [, by, said] = /^as (\S+@\S+): (.*)$/.exec(words) ?? []
  return { step: 'order', words: said ?? words, by: by ?? null, line }
}

function thenAt(lines: readonly string[], at: number): { readonly step: Step; readonly next: number } {
  let next = at + 1
  while ((lines[next] ?? '').startsWith('  ')) next += 1
  if ((lines[at] ?? '') !== 'then')
    throw new Error(`line ${at + 1}: nothing stands behind "then"; what was done does below`)
  const expected = lines.slice(at + 1, next).map((one) => one.slice(2))
  return { step: { step: 'then', expected, line: at + 1 }, next }
}

function mailAt(lines: readonly string[], at: number, from: string): { readonly step: Step; readonly next: number } {
  const mail = {
    from,
    subject: '',
    reply: 'no' as SketchedMail['reply'],
    headers: [] as string[],
    lines: [] as string[],
    files: [] as Attached[],
  }
  let into = mail.lines
  let next = at + 1
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? ''
    const [, word = '', words = ''] = /^(subject|header|attach)(?: (.*))?$/.exec(line) ?? []
    if (line === '|' || line.startsWith('| ')) into.push(line.slice(2))
    else if (line === 'reply') mail.reply = 'plain'
    else if (line === 'reply quoting') mail.reply = 'quoting'
    else if (word === 'subject') mail.subject = words
    else if (word === 'header') mail.headers.push(words)
    else if (word === 'attach') {
      into = []
      const [, name = words, scan] = /^(\S+)( scan)?$/.exec(words) ?? []
      mail.files.push({ name, lines: into, scan: scan !== undefined })
    } else break
  }
  if (!/^[^<>]+ <[^<>\s]+@[^<>\s]+>$/.test(from))
    throw new Error(`line ${at + 1}: write for example "mail Paula Writer <paula@acme.example>"`)
  return { step: { step: 'mail', mail, line: at + 1 }, next }
}

/** The talk with other expectations: everything else stays as it was written. */
export function rewritten(text: string, told: ReadonlyMap<number, readonly string[]>): string {
  const lines = text.split('\n')
  const written: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    written.push(lines[at] ?? '')
    const expected = told.get(at + 1)
    if (expected === undefined) continue
    while ((lines[at + 1] ?? '').startsWith('  ')) at += 1
    written.push(...expected.map((line) => `  ${line}`))
  }
  return written.join('\n')
}

/**
 * A talk: a dialogue of mails, days and orders with what the desk does in between, as text that a clerk can read.
 * README.md beside the talks says how one is written. What it expects stands below `then`, two blanks deep.
 */

export interface Attached {
  readonly name: string
  readonly lines: readonly string[]
}

export interface SketchedMail {
  readonly from: string
  readonly subject: string
  /** Answers our newest letter to this address. */
  readonly reply: boolean
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
  | { readonly step: 'then'; readonly expected: readonly string[]; readonly line: number }

export interface Talk {
  /** The comment on top. */
  readonly about: string
  /** Lines before the first step: staff, mode, trusted servers, links. */
  readonly settings: readonly string[]
  readonly steps: readonly Step[]
}

const SETTINGS = /^(?:staff|mode|hold|trust|link) /

export function parseTalk(text: string): Talk {
  const lines = text.split('\n')
  const about = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2))
  const settings = lines.filter((line) => SETTINGS.test(line))
  const steps: Step[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (line.trim() === '' || line.startsWith('#') || SETTINGS.test(line)) at += 1
    else {
      const { step, next } = stepAt(lines, at)
      steps.push(step)
      at = next
    }
  }
  return { about: about.join(' '), settings, steps }
}

function stepAt(lines: readonly string[], at: number): { readonly step: Step; readonly next: number } {
  const [word = '', ...rest] = (lines[at] ?? '').split(' ')
  const words = rest.join(' ')
  const line = at + 1
  switch (word) {
    case 'at':
      return { step: { step: 'at', moment: words, line }, next: at + 1 }
    case 'pass':
      return { step: { step: 'pass', days: daysOf(words, line), line }, next: at + 1 }
    case 'bounce':
      return { step: { step: 'bounce', address: words, line }, next: at + 1 }
    case 'order':
      return { step: orderStep(words, line), next: at + 1 }
    case 'mail':
      return mailAt(lines, at, words)
    case 'then':
      return thenAt(lines, at)
    default:
      throw new Error(`line ${line}: "${word}" is no step; there are: at, pass, mail, bounce, order, then`)
  }
}

function daysOf(words: string, line: number): number {
  const days = Number(/^(\d+) days?$/.exec(words)?.[1])
  if (!Number.isInteger(days)) throw new Error(`line ${line}: write for example "pass 7 days"`)
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
  const expected = lines.slice(at + 1, next).map((one) => one.slice(2))
  return { step: { step: 'then', expected, line: at + 1 }, next }
}

function mailAt(lines: readonly string[], at: number, from: string): { readonly step: Step; readonly next: number } {
  const mail = {
    from,
    subject: '',
    reply: false,
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
    else if (line === 'reply') mail.reply = true
    else if (word === 'subject') mail.subject = words
    else if (word === 'header') mail.headers.push(words)
    else if (word === 'attach') {
      into = []
      mail.files.push({ name: words, lines: into })
    } else break
  }
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

/** How far lines of `inspect` agree with labels. Every figure says on how many mails it rests. */
import type { Label } from '../../src/domain/learn/example.ts'
import type { InspectLine } from '../../src/flows/inspect.ts'

export interface Judged {
  readonly name: string
  readonly label: Label
  readonly line: InspectLine
}

export interface Figure {
  readonly name: string
  readonly right: number
  readonly of: number
  readonly missed: readonly Miss[]
}

export interface Miss {
  readonly mail: string
  readonly want: string
  readonly got: string
}

interface Check {
  readonly name: string
  readonly asks: (one: Judged) => boolean
  readonly want: (one: Judged) => string
  readonly got: (one: Judged) => string
}

const isPerson = ({ label, line }: Judged) => label.kind === 'human' && line.kind === 'human'
/** Request fields are labelled for people who want something of the trade. */
const isRequest = (one: Judged) => isPerson(one) && one.label.intents[0] !== 'unrelated'
const bare = (text: string | null | undefined) => (text ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '')
const main = (one: Judged) => one.line.intents[0]?.intent ?? ''
const mainRight = (one: Judged) => main(one) === one.label.intents[0]

const CHECKS: readonly Check[] = [
  same(
    'kind',
    () => true,
    ({ label }) => label.kind,
    ({ line }) => line.kind,
  ),
  same(
    'machine mail found',
    ({ label }) => label.kind !== 'human',
    () => 'machine',
    ({ line }) => (line.kind === 'human' ? 'human' : 'machine'),
  ),
  same(
    'people kept',
    ({ label }) => label.kind === 'human',
    () => 'human',
    ({ line }) => line.kind,
  ),
  same('main intent', isPerson, ({ label }) => label.intents[0] ?? '', main),
  same(
    'main intent when acting',
    (one) => isPerson(one) && !one.line.abstained,
    ({ label }) => label.intents[0] ?? '',
    main,
  ),
  same(
    'acts',
    isPerson,
    () => 'acts',
    ({ line }) => (line.abstained ? 'abstains' : 'acts'),
  ),
  same(
    'company',
    isRequest,
    ({ label }) => bare(label.company),
    ({ line }) => bare(line.company),
  ),
  same(
    'states',
    isRequest,
    ({ label }) => label.states.join(' '),
    ({ line }) => line.states.join(' '),
  ),
  same(
    'agreement',
    isRequest,
    ({ label }) => label.agreement ?? '',
    ({ line }) => line.agreement ?? '',
  ),
  same(
    'agreement, intent right',
    (one) => isRequest(one) && mainRight(one),
    ({ label }) => label.agreement ?? '',
    ({ line }) => line.agreement ?? '',
  ),
  same(
    'path',
    isRequest,
    ({ label }) => label.path ?? '',
    ({ line }) => line.path ?? '',
  ),
  same(
    'path, intent right',
    (one) => isRequest(one) && mainRight(one),
    ({ label }) => label.path ?? '',
    ({ line }) => line.path ?? '',
  ),
  same(
    'contact e-mail',
    isRequest,
    ({ label }) => label.contact?.email.toLowerCase() ?? '',
    ({ line }) => line.contact?.email ?? '',
  ),
  same(
    'contact name',
    isRequest,
    ({ label }) => bare(label.contact?.name),
    ({ line }) => bare(line.contact?.name),
  ),
  same(
    'contact phone',
    isRequest,
    ({ label }) => label.contact?.phone ?? '',
    ({ line }) => line.contact?.phone ?? '',
  ),
  same(
    'no reply where forbidden',
    ({ label }) => !label.auto_reply_ok,
    () => 'none',
    ({ line }) => (line.autoReply.allowed ? 'reply' : 'none'),
  ),
  same(
    'reply where allowed',
    ({ label }) => label.auto_reply_ok,
    () => 'reply',
    ({ line }) => (line.autoReply.allowed ? 'reply' : line.autoReply.because),
  ),
]

function same(name: string, asks: Check['asks'], want: Check['want'], got: Check['got']): Check {
  return { name, asks, want, got }
}

export function figuresOf(judged: readonly Judged[]): readonly Figure[] {
  const checked = CHECKS.map(({ name, asks, want, got }) => {
    const asked = judged.filter(asks)
    const missed = asked
      .filter((one) => want(one) !== got(one))
      .map((one) => ({ mail: one.name, want: want(one), got: got(one) }))
    return { name, right: asked.length - missed.length, of: asked.length, missed }
  })
  return [...checked, documentsOf(judged.filter(isRequest))].filter((figure) => figure.of > 0)
}

/** Every labelled attachment with the sort that was told for the file of that name. */
function documentsOf(judged: readonly Judged[]): Figure {
  const all = judged.flatMap(({ name, label, line }) => {
    const left = [...line.attachments]
    return label.attachments.map(({ filename, document }) => {
      const at = left.findIndex((one) => one.filename === filename)
      const got = at < 0 ? 'missing' : (left.splice(at, 1)[0]?.document ?? 'missing')
      return { mail: `${name} ${filename}`, want: document as string, got: got as string }
    })
  })
  const missed = all.filter(({ want, got }) => want !== got)
  return { name: 'documents', right: all.length - missed.length, of: all.length, missed }
}

/** Micro-averaged F1 over sets: what was found of what is there. */
export function microF1(judged: readonly Judged[], of: 'intents' | 'identifiers'): number {
  const asked = judged.filter(of === 'intents' ? isPerson : isRequest)
  let [both, all] = [0, 0]
  for (const { label, line } of asked) {
    const want: readonly string[] = of === 'intents' ? label.intents : codes(label.identifiers)
    const got: readonly string[] = of === 'intents' ? line.intents.map(({ intent }) => intent) : codes(line.identifiers)
    both += want.filter((one) => got.includes(one)).length
    all += want.length + got.length
  }
  return all === 0 ? 1 : (2 * both) / all
}

function codes(identifiers: Readonly<{ ocn?: string; acna?: string }>): readonly string[] {
  return Object.entries(identifiers).map(([name, code]) => `${name} ${code}`)
}

import { type FindAsk, type FoundCaseLine, type FoundMail, findCases, findMails, wordsMeant } from '../../db/find.ts'
import { countWordless } from '../../db/findable.ts'
import { findCase } from '../../db/lists.ts'
import type { Pool } from '../../db/pool.ts'
import { addDays } from '../../domain/calendar/day.ts'
import { instantOf } from '../../domain/calendar/zone.ts'
import { type Excerpt, excerptOf } from '../../domain/search/excerpt.ts'
import { passagesOf } from '../../domain/search/passages.ts'
import { type SearchQuery, searchQuery } from '../../domain/search/query.ts'
import { placedWords } from '../../domain/search/words.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { type Call, type Command, type Io, JSON_OPTION } from '../command.ts'
import { type LookedAt, withDatabase } from '../database.ts'
import { dayOption, idOf, textOf, usage } from '../order.ts'
import { wholeNumber } from '../paging.ts'
import { clean, print, printJson, printTable, styled } from '../print.ts'
import type { When } from '../when.ts'

const MOST = 20

export const command: Command = {
  name: 'find',
  description:
    'Finds mails by what they say (new text, not what they quote), subject, sender, and the names and texts of their files, and cases by company, codes and reference; the newest first. Words must all be there, in whatever form ("adopt" finds "adopting"); "words in quotes" stand beside each other, "or" takes either, and -word must not be there (behind --, or it is taken for an option). A number, an address or a reference is found whatever stands between its parts. Mails that were read a moment ago take some seconds.',
  arguments: [{ syntax: '<words...>', description: 'what to look for' }],
  options: [
    JSON_OPTION,
    { flags: '--case <ref>', description: 'only mails of one case, e.g. CLEC-2026-00042' },
    { flags: '--from <day>', description: 'received on this day or later, e.g. 2026-03-01' },
    { flags: '--to <day>', description: 'received on this day or earlier' },
    { flags: '-n, --most <count>', description: `at most so many mails, and so many cases (default: ${MOST})` },
    { flags: '--after <mail>', description: 'go on behind the mail with this number, which was the last one shown' },
  ],
  examples: [
    'intagree find adopt agreement Colorado',
    'intagree find 123A',
    'intagree find "most favored nation" --from 2026-03-01 --case CLEC-2026-00042',
    'intagree find -- certificate -expired',
  ],
  run: (call) => withDatabase(call.io, (at) => find(call, at)),
}

interface Hit extends Omit<FoundMail, 'mail'> {
  readonly excerpt: Excerpt | null
}

async function find(call: Call, { pool, config, when }: LookedAt): Promise<0> {
  const { args, io, options } = call
  const query = searchQuery(args.map(asTyped).join(' '))
  if (query === null) throw usage('Say at least one word that is to be found.')
  const ask = { ...within(call, config.timeZone), websearch: query.websearch, most: mostOf(call) }
  const caseRef = await knownCase(pool, textOf(call, 'case'))
  const after = options.after === undefined ? null : idOf(textOf(call, 'after') ?? '', 'number of a mail')
  const cases = caseRef === null && after === null ? await findCases(pool, ask) : []
  const hits = await withExcerpts(pool, await findMails(pool, { ...ask, caseRef, after }), query)
  if (options.json === true) await printLines(io, cases, hits)
  else await printCards(io, cases, hits, when)
  if (options.json !== true && hits.length === ask.most)
    await print(io.stdout, `Perhaps more: --after ${hits.at(-1)?.id}\n`)
  await tellWordless(pool, io)
  return 0
}

/** What the shell took the quotes off is a phrase. */
function asTyped(arg: string): string {
  return /\s/.test(arg) && !arg.includes('"') ? `"${arg}"` : arg
}

function mostOf({ options }: Call): number {
  return typeof options.most === 'string' ? wholeNumber(options.most) : MOST
}

function within(call: Call, timeZone: string): Pick<FindAsk, 'from' | 'to'> {
  const [from, to] = [dayOption(call, 'from'), dayOption(call, 'to')]
  const startOf = (day: string) => new Date(instantOf(day, '00:00', timeZone))
  return { from: from === null ? null : startOf(from), to: to === null ? null : startOf(addDays(to, 1)) }
}

async function knownCase(pool: Pool, ref: string | null): Promise<string | null> {
  if (ref === null) return null
  const found = await findCase(pool, ref)
  if (!found) throw new IntakeError('not-found', `There is no case ${ref}; "intagree cases" lists them.`)
  return found.ref
}

async function withExcerpts(pool: Pool, mails: readonly FoundMail[], { words }: SearchQuery): Promise<readonly Hit[]> {
  const laidOut = mails.map(({ mail, ...hit }) => ({ hit, passages: passagesOf(mail) }))
  const written = new Set(laidOut.flatMap(({ passages }) => passages.flatMap(({ text }) => wordsIn(text))))
  const meant = await wordsMeant(pool, [...written], words)
  return laidOut.map(({ hit, passages }) => ({ ...hit, excerpt: excerptOf(passages, meant) }))
}

function wordsIn(text: string): readonly string[] {
  return placedWords(text).map(({ word }) => word)
}

async function printLines(io: Io, cases: readonly FoundCaseLine[], hits: readonly Hit[]): Promise<void> {
  for (const line of cases) await printJson(io, { found: 'case', ...line })
  for (const { excerpt, ...hit } of hits)
    await printJson(io, {
      ...{ found: 'mail', ...hit, place: excerpt?.place ?? null, file: excerpt?.filename || null },
      excerpt: excerpt === null ? null : marked(excerpt, (text) => `**${text}**`),
    })
}

async function printCards(io: Io, cases: readonly FoundCaseLine[], hits: readonly Hit[], when: When): Promise<void> {
  if (cases.length + hits.length === 0) return print(io.stdout, 'Nothing was found.\n')
  if (cases.length > 0) await printTable(io, caseColumns(when), cases)
  if (cases.length > 0 && hits.length > 0) await print(io.stdout, '\n')
  for (const { id, receivedAt, from, subject, caseRefs, excerpt } of hits) {
    const head = [`mail ${id}`, when(receivedAt), from ?? '-', caseRefs.join(' ') || 'no case'].map(clean).join('  ')
    await print(io.stdout, `${styled(head, 'bold', io)}\n  ${clean(subject ?? '')}\n`)
    if (excerpt === null || excerpt.place === 'subject') continue
    const place = excerpt.place === 'file' ? `in ${clean(excerpt.filename) || 'a file'}: ` : ''
    const emphasis = (text: string) => (io.colour ? styled(text, 'yellow', io) : `**${text}**`)
    await print(io.stdout, `  ${styled(place, 'dim', io)}${marked(excerpt, emphasis)}\n`)
  }
}

/** On one line; what a stranger wrote is cleaned before anything of ours comes between it. */
function marked({ pieces }: Excerpt, emphasis: (text: string) => string): string {
  return pieces
    .map((piece, n) => (n % 2 === 1 ? emphasis(clean(piece)) : spaced(piece)))
    .join('')
    .trim()
}

/** Cleaned, with the blanks at its ends. */
function spaced(piece: string): string {
  const inner = clean(piece)
  if (inner === '') return piece === '' ? '' : ' '
  return `${/^\s/.test(piece) ? ' ' : ''}${inner}${/\s$/.test(piece) ? ' ' : ''}`
}

function caseColumns(when: When) {
  return [
    { title: 'case', of: (row: FoundCaseLine) => row.ref, style: () => 'bold' as const },
    { title: 'company', of: (row: FoundCaseLine) => row.company },
    { title: 'state', of: (row: FoundCaseLine) => row.state },
    { title: 'status', of: (row: FoundCaseLine) => row.status },
    { title: 'received', of: (row: FoundCaseLine) => when(row.receivedAt) },
  ]
}

const COUNTED = 10_000

/** Whoever finds nothing has to know when not all was looked at. */
async function tellWordless(pool: Pool, io: Io): Promise<void> {
  const left = await countWordless(pool, COUNTED + 1)
  if (left === 0) return
  const many = left > COUNTED ? `more than ${COUNTED}` : `${left}`
  io.stderr.write(`Not searched: ${many} mails that are not in the index yet; "intagree start" puts them there.\n`)
}

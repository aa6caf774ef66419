import { stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { fileArchive } from '../../archive/file-archive.ts'
import { findCase, listMessages, type MessageLine } from '../../db/lists.ts'
import {
  type PieceSort,
  type QuarantinedMail,
  quarantinedIds,
  quarantinedMail,
  retryMail,
  type StoppedPiece,
  settleMail,
  settlePiece,
  stoppedPieces,
} from '../../db/quarantine.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { type Call, type Command, type ExitCode, JSON_OPTION } from '../command.ts'
import { type LookedAt, withDatabase } from '../database.ts'
import { idOf, textOf, usage } from '../order.ts'
import { everyRow, MOST_OPTION } from '../paging.ts'
import { print, printJson, printTable } from '../print.ts'
import type { When } from '../when.ts'

export const command: Command = {
  name: 'quarantine',
  description:
    'What is not tried any more and waits for a person: mails that could not be read or processed, and replies, copies and reminders that always failed, each with its reason. Their bytes are kept; of a mail over the size limit the header. list: all of them (as without an action). show: one, with where its bytes lie. retry: from the start. release: files a mail as it is in a case, for a person. reject: a mail is none of ours; anything else stays undone.',
  arguments: [
    { syntax: '[action]', description: 'list, show, retry, release or reject (default: list)' },
    { syntax: '[ids...]', description: 'ids as listed: 17, reply-4, copy-4, request-9' },
  ],
  options: [
    JSON_OPTION,
    MOST_OPTION,
    { flags: '--case <ref>', description: 'release: the case in which the mails are filed' },
    { flags: '--code <reason>', description: 'retry, reject: all mails of that reason, e.g. processing-failed' },
    { flags: '--all', description: 'retry: everything that is listed', conflicts: ['code'] },
  ],
  examples: ['intagree quarantine retry 17 reply-4', 'intagree quarantine release 17 --case CLEC-2026-00042'],
  run: (call) => {
    const [name = 'list'] = call.args
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    if (action === undefined) throw usage(`There is no action "${name}"; it is ${Object.keys(ACTIONS).join(', ')}.`)
    return withDatabase<ExitCode>(call.io, (at) => action(at, call))
  },
}

type Named = { readonly sort: 'mail' | PieceSort; readonly id: number }

const ACTIONS: Readonly<Record<string, (at: LookedAt, call: Call) => Promise<ExitCode>>> = {
  list,
  show,
  retry: (at, call) => each(at, call, (one, by) => retry(at, one, by)),
  release: (at, call) => release(at, call),
  reject: (at, call) => each(at, call, (one, by) => reject(at, one, by)),
}

async function list({ pool, when }: LookedAt, { options, io }: Call): Promise<ExitCode> {
  const mails = everyRow((page) => listMessages(pool, page, true), options.most)
  if (options.json === true) {
    for await (const row of mails) await printJson(io, row)
    for (const piece of await stoppedPieces(pool)) await printJson(io, { ...piece, ...idAndRetry(piece) })
    return 0
  }
  const rows: Row[] = []
  for await (const row of mails) rows.push(mailRow(row))
  rows.push(...(await stoppedPieces(pool)).map(pieceRow))
  if (rows.length === 0) await print(io.stdout, 'Nothing is in quarantine.\n')
  else await printTable(io, columns(when), rows)
  return 0
}

interface Row {
  readonly id: string
  readonly at: Date
  readonly who: string | null
  readonly about: string | null
  readonly reason: string
  readonly detail: string
}

function mailRow({ id, receivedAt, from, subject, quarantine }: MessageLine): Row {
  const { code = '', detail = '' } = quarantine ?? {}
  return { id: String(id), at: receivedAt, who: from, about: subject, reason: code, detail }
}

function pieceRow(piece: StoppedPiece): Row {
  const reason = `${piece.attempts} attempts`
  return { id: idAndRetry(piece).id, at: piece.at, who: null, about: piece.about, reason, detail: piece.reason }
}

const columns = (when: When) => [
  { title: 'id', of: (row: Row) => row.id, right: true },
  { title: 'since', of: (row: Row) => when(row.at) },
  { title: 'from', of: (row: Row) => row.who },
  { title: 'about', of: (row: Row) => row.about },
  { title: 'reason', of: (row: Row) => row.reason, style: () => 'yellow' as const },
  { title: 'detail', of: (row: Row) => row.detail },
]

function idAndRetry({ sort, id }: StoppedPiece) {
  const name = `${sort}-${id}`
  return { id: name, retry: `intagree quarantine retry ${name}` }
}

async function show(at: LookedAt, call: Call): Promise<ExitCode> {
  for (const { sort, id } of namedIn(call)) {
    const found =
      sort === 'mail'
        ? await mailCard(at, id)
        : (await stoppedPieces(at.pool)).flatMap((one) =>
            one.sort === sort && one.id === id ? [{ ...one, ...idAndRetry(one) }] : [],
          )[0]
    if (found === undefined) throw notThere({ sort, id })
    if (call.options.json === true) await printJson(call.io, found)
    else await print(call.io.stdout, `${card(found, at.when)}\n`)
  }
  return 0
}

async function mailCard(at: LookedAt, id: number): Promise<object | undefined> {
  const mail = await quarantinedMail(at.pool, id)
  if (mail === null) return undefined
  const kept = await keptBytes(at, mail)
  const whole = kept !== null && kept.bytes === mail.bytes
  return {
    ...mail,
    kept: kept?.path ?? null,
    keptBytes: kept?.bytes ?? 0,
    next: whole ? `intagree quarantine retry ${id}` : `intagree quarantine release ${id} --case REF`,
  }
}

/** Null: its bytes could not be had, or are not on this machine. */
async function keptBytes({ config }: LookedAt, { sha256 }: QuarantinedMail) {
  if (sha256 === null) return null
  const path = fileArchive(join(config.home, 'archive')).pathOf(sha256)
  const file = await stat(path).catch(() => null)
  return file === null ? null : { path, bytes: file.size }
}

function card(found: object, when: When): string {
  return Object.entries(found)
    .map(([key, value]) => `${key.padEnd(11)} ${value instanceof Date ? when(value) : (value ?? '-')}`)
    .join('\n')
}

async function each(at: LookedAt, call: Call, work: (one: Named, by: string) => Promise<string>): Promise<ExitCode> {
  const chosen = await chosenBy(at, call)
  if (chosen.length === 0 && call.options.json !== true) await print(call.io.stdout, `${nothingIn(call)}\n`)
  let code: ExitCode = 0
  for (const one of chosen) {
    const id = one.sort === 'mail' ? String(one.id) : `${one.sort}-${one.id}`
    const [done, sentence] = await work(one, `person ${userInfo().username}`).then(
      (said) => [true, said] as const,
      (error: unknown) => {
        if (!(error instanceof IntakeError)) throw error
        return [false, error.message] as const
      },
    )
    if (!done) code = 1
    if (call.options.json === true) await printJson(call.io, { id, done, sentence })
    else await print(done ? call.io.stdout : call.io.stderr, `${sentence}\n`)
  }
  return code
}

function nothingIn(call: Call): string {
  const code = textOf(call, 'code')
  if (code === null) return 'Nothing is in quarantine.'
  return `No mail is in quarantine for the reason "${code}"; "intagree quarantine" lists them with their reasons.`
}

async function chosenBy({ pool }: LookedAt, call: Call): Promise<readonly Named[]> {
  const code = textOf(call, 'code')
  if (call.options.all === true && call.args[0] !== 'retry') throw usage('--all goes with retry only.')
  if (code === null && call.options.all !== true) return namedIn(call)
  const mails = (await quarantinedIds(pool, code)).map((id) => ({ sort: 'mail' as const, id }))
  return code === null ? [...mails, ...(await stoppedPieces(pool))] : mails
}

function namedIn({ args }: Call): readonly Named[] {
  const ids = args.slice(1)
  if (ids.length === 0) throw usage('Say which, by the ids that "intagree quarantine" lists.')
  return ids.map((text) => {
    const [, sort, id] = /^(reply|copy|request)-(\d+)$/.exec(text) ?? []
    if (sort !== undefined) return { sort: sort as PieceSort, id: idOf(id, sort) }
    return { sort: 'mail', id: idOf(text, 'id; give one that "intagree quarantine" lists') }
  })
}

async function retry(at: LookedAt, one: Named, by: string): Promise<string> {
  if (one.sort !== 'mail') {
    if (!(await settlePiece(at.pool, { sort: one.sort, id: one.id }, true, by))) throw notThere(one)
    return `${one.sort}-${one.id} is tried again.`
  }
  const mail = await quarantinedMail(at.pool, one.id)
  if (mail === null) throw notThere(one)
  const kept = await keptBytes(at, mail)
  if (kept === null || kept.bytes !== mail.bytes)
    throw new IntakeError(
      'not-found',
      `Mail ${one.id} cannot be read again: ${kept === null ? 'its bytes are not' : 'only its header is'} in the archive. Look at it in the mailbox (${mail.mailbox}, UID ${mail.uid}), then "intagree quarantine release ${one.id} --case REF" or "reject".`,
    )
  if (!(await retryMail(at.pool, one.id, by))) throw notThere(one)
  return `Mail ${one.id} is read again.`
}

async function release(at: LookedAt, call: Call): Promise<ExitCode> {
  const ref = textOf(call, 'case')?.toUpperCase() ?? null
  if (ref === null) throw usage('Say in which case: intagree quarantine release 17 --case CLEC-2026-00042.')
  const found = await findCase(at.pool, ref)
  if (found === null) throw new IntakeError('not-found', `There is no case ${ref}; "intagree cases" lists them.`)
  return each(at, call, async (one, by) => {
    if (one.sort !== 'mail') throw new IntakeError('not-found', `Only mails are released; retry ${one.sort}-${one.id}.`)
    if (!(await settleMail(at.pool, one.id, found.id, by))) throw notThere(one)
    return `Mail ${one.id} is filed in ${ref} as it is; nobody was answered.`
  })
}

async function reject(at: LookedAt, one: Named, by: string): Promise<string> {
  if (one.sort !== 'mail') {
    if (!(await settlePiece(at.pool, { sort: one.sort, id: one.id }, false, by))) throw notThere(one)
    return `${one.sort}-${one.id} is left as it is.`
  }
  if (!(await settleMail(at.pool, one.id, null, by))) throw notThere(one)
  return `Mail ${one.id} is put aside; its bytes are kept.`
}

function notThere({ sort, id }: Named): IntakeError {
  const name = sort === 'mail' ? `mail ${id}` : `${sort}-${id}`
  return new IntakeError('not-found', `There is no ${name} in quarantine; "intagree quarantine" lists what is.`)
}

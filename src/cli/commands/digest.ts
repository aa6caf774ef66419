import { writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { openDesk } from '../../compose/desk.ts'
import { digestParts, digestWords } from '../../compose/digests.ts'
import type { Config } from '../../config/config.ts'
import type { StaffMember } from '../../domain/digest/facts.ts'
import { answerLinks } from '../../domain/digest/links.ts'
import { type DigestOf, type DigestParts, digestsOf, sendOutOfTurn } from '../../flows/send-digests.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { makeFolder } from '../../foundation/make-folder.ts'
import { mailToLookAt } from '../../places/mail-place.ts'
import { digestPage } from '../../render/digest-page.ts'
import { type Call, type Command, type ExitCode, JSON_OPTION } from '../command.ts'
import { type LookedAt, withDatabase } from '../database.ts'
import { textOf, usage } from '../order.ts'
import { print, printJson, styled } from '../print.ts'

export const command: Command = {
  name: 'digest',
  description:
    'Shows what each one of the desk is told today, as of now. The mail goes out by itself on working days at reminders.digestAt; --send sends one more, and mail to an address that is named with --for goes out again although one came back from there.',
  options: [
    JSON_OPTION,
    { flags: '--for <email>', description: 'only the digest of this person' },
    { flags: '--preview', description: 'write it as a page that shows the mail', conflicts: ['send'] },
    { flags: '--out <file>', description: 'where the page is written', default: 'digest-preview.html' },
    { flags: '--send', description: 'send it now' },
  ],
  examples: ['intagree digest', 'intagree digest --preview', 'intagree digest --for anna@example.com --send'],
  run: (call) =>
    withDatabase<ExitCode>(call.io, async (at) => {
      const readers = readersOf(at.config, call)
      const parts = await partsOf(at)
      const digest = (members: readonly StaffMember[]) => digestsOf(parts, members, parts.clock().getTime())
      if (call.options.preview === true) return preview(call, at.config, await digest(readers.slice(0, 1)))
      if (call.options.send === true) return send(call, parts, readers, digest)
      return show(call, at.config, await digest(readers))
    }),
}

/** A newcomer sees what a manager would. */
const NOBODY: StaffMember = { name: '', email: 'manager@example.com', states: [], manager: true }

/** Managers first: theirs shows the whole desk. */
function readersOf({ settings }: Config, call: Call): readonly StaffMember[] {
  const staff = [...settings.staff].sort((one, other) => Number(other.manager) - Number(one.manager))
  const wanted = textOf(call, 'for')?.toLowerCase() ?? null
  if (staff.length === 0 && wanted === null && call.options.preview === true) return [NOBODY]
  if (staff.length === 0)
    throw new IntakeError(
      'config',
      'Nobody is named under "staff" in intagree.yaml, so no digest is written. Add a line such as "staff: [{ name: Anna Keller, email: anna@example.com, manager: true }]"; "intagree digest --preview" shows meanwhile what a manager would read.',
    )
  const found = staff.filter(({ email }) => wanted === null || email === wanted)
  if (found.length === 0) throw usage(`${wanted} is not of the desk; there are: ${emailsOf(staff)}.`)
  return found
}

function emailsOf(staff: readonly StaffMember[]): string {
  return staff.map(({ email }) => email).join(', ')
}

async function partsOf({ config, pool, tokens }: LookedAt): Promise<DigestParts> {
  const accounts = await mailToLookAt(config, tokens).then(
    (mail) => mail.accounts,
    () => [], // the digest says that the mailbox could not be asked
  )
  // The running program hears of it by its sweep.
  const rest = { bell: { ring: async () => undefined }, onTrouble: () => undefined, onSent: () => undefined }
  return digestParts(pool, await openDesk(pool, config, () => new Date()), accounts, rest)
}

async function show({ io, options }: Call, config: Config, digests: readonly DigestOf[]): Promise<ExitCode> {
  const words = digestWords(config)
  for (const { member, digest } of digests) {
    const { name, email } = member
    if (options.json === true) {
      const nothing = { role: member.manager ? 'manager' : 'negotiator', sections: [], accounting: [] }
      const { lines, ...rest } = digest ?? { ...nothing, lines: new Map() }
      await printJson(io, { name, email, ...rest, targets: Object.fromEntries(lines) })
    } else if (digest === null) await print(io.stdout, `Nothing waits for ${name} (${email}).\n`)
    else {
      const { subject, text } = words(digest, new Map())
      await print(io.stdout, `${styled(`To ${name} <${email}>: ${subject}`, 'bold', io)}\n\n${text}\n`)
    }
  }
  return 0
}

async function preview({ io, options }: Call, config: Config, [first]: readonly DigestOf[]): Promise<ExitCode> {
  const digest = first?.digest ?? null
  if (digest === null) {
    await print(io.stdout, `Nothing waits for ${first?.member.email}: no digest is written.\n`)
    return 0
  }
  // Links of no digest: they look like those of the mail and order nothing.
  const links = answerLinks(digest, { digestId: 0, address: config.address, sign: () => 'previewonly' })
  const file = resolve(io.cwd, String(options.out))
  await write(file, digestPage(digestWords(config)(digest, links)))
  if (options.json === true) await printJson(io, { file, email: digest.email })
  else await print(io.stdout, `${file}\n`)
  return 0
}

async function write(file: string, page: string): Promise<void> {
  try {
    makeFolder(dirname(file))
    await writeFile(file, page)
  } catch (error) {
    throw usage(`${file} cannot be written (${(error as Error).message}); choose another --out.`)
  }
}

async function send(
  call: Call,
  parts: DigestParts,
  readers: readonly StaffMember[],
  digest: (members: readonly StaffMember[]) => Promise<readonly DigestOf[]>,
): Promise<ExitCode> {
  if (parts.mode === 'observe')
    throw new IntakeError('config', 'INTAGREE_MODE is observe: nothing is sent, not even to the desk.')
  if (textOf(call, 'for') !== null) for (const { email } of readers) await parts.store.unblock(email)
  for (const one of await digest(readers)) {
    const sent = await sendOutOfTurn(parts, one)
    const { email } = one.member
    if (call.options.json === true) await printJson(call.io, { email, sent, reachable: one.reachable })
    else await print(call.io.stdout, `${outcome(one, sent)}\n`)
  }
  return 0
}

function outcome({ member: { email }, reachable }: DigestOf, sent: boolean): string {
  if (sent) return `A digest to ${email} is in the outbox.`
  if (reachable) return `Nothing waits for ${email}: no digest is sent.`
  return `Nothing is sent to ${email}, for a mail came back from there. When the address is good again: intagree digest --for ${email} --send.`
}

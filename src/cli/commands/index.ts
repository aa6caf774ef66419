/**
 * The commands of `intagree`, in the order of `--help`. Adding one takes a file and a line:
 *
 * 1. `commands/<name>.ts` exports `command`, a `Command` (see ../command.ts): name, description, arguments, options and
 *    `run(call)`. `run` gets the parsed line and an `Io`; it prints to `io.stdout` through ../print.ts (`printJson`,
 *    `printTable`), logs to `io.stderr`, and returns 0, 1 or 2. What the operator can mend is thrown as an
 *    `IntakeError`: `usage` and `config` end with 2, all other codes with 1. A command that prints has `JSON_OPTION`.
 * 2. A line below. `load` keeps `intagree --help` and every other command from importing it, so a command's file may
 *    import what it likes at its top. A command that needs the configuration calls
 *    `loadConfig({ env: io.env, cwd: io.cwd, flags })`, where `flags` holds options under the variable's name.
 *
 * test/cli/commands.test.ts compares this list with the folder and asks each command for its help.
 */
import type { Command } from '../command.ts'

export interface CommandEntry {
  readonly name: string
  /** Half a line for the overview. */
  readonly summary: string
  readonly load: () => Promise<{ readonly command: Command }>
}

export const COMMANDS: readonly CommandEntry[] = [
  { name: 'start', summary: 'run everything in this process', load: () => import('./start.ts') },
  { name: 'worker', summary: 'run one part of the work as its own process', load: () => import('./worker.ts') },
  { name: 'inspect', summary: 'read mails from files and tell what they are', load: () => import('./inspect.ts') },
  { name: 'digest', summary: 'show what the desk is told each morning', load: () => import('./digest.ts') },
  { name: 'tasks', summary: 'list what waits for a person', load: () => import('./tasks.ts') },
  { name: 'cases', summary: 'list the cases', load: () => import('./cases.ts') },
  { name: 'case', summary: 'show one case with its timeline', load: () => import('./case.ts') },
  { name: 'files', summary: 'list the files of a case and what may be opened', load: () => import('./files.ts') },
  { name: 'export', summary: 'write one case as files for others', load: () => import('./export.ts') },
  { name: 'clecs', summary: 'list the companies and who writes for them', load: () => import('./clecs.ts') },
  { name: 'messages', summary: 'list every mail and what became of it', load: () => import('./messages.ts') },
  { name: 'find', summary: 'find mails and cases by what they say', load: () => import('./find.ts') },
  { name: 'outbox', summary: 'list what was or will be sent', load: () => import('./outbox.ts') },
  { name: 'approve', summary: 'let a draft be sent', load: () => import('./approve.ts') },
  { name: 'reject', summary: 'discard a draft', load: () => import('./reject.ts') },
  { name: 'tick', summary: 'tick an item of a case by hand', load: () => import('./tick.ts') },
  { name: 'untick', summary: 'open an item again', load: () => import('./untick.ts') },
  { name: 'waive', summary: 'say that an item is not needed', load: () => import('./waive.ts') },
  { name: 'ask', summary: 'ask the CLEC for what is missing', load: () => import('./ask.ts') },
  { name: 'rest', summary: 'remind nobody in a case before a day', load: () => import('./rest.ts') },
  { name: 'assign', summary: 'give a case to a negotiator', load: () => import('./assign.ts') },
  { name: 'route', summary: 'record the way to the agreement', load: () => import('./route.ts') },
  { name: 'describe', summary: 'correct what a case says of itself', load: () => import('./describe.ts') },
  { name: 'clock', summary: 'show the clocks of a case, and why', load: () => import('./clock.ts') },
  {
    name: 'not-approved',
    summary: 'record that the commission did not approve',
    load: () => import('./not-approved.ts'),
  },
  { name: 'extend', summary: 'record an agreed day of receipt', load: () => import('./extend.ts') },
  { name: 'close', summary: 'close a case', load: () => import('./close.ts') },
  { name: 'reopen', summary: 'open a closed case again', load: () => import('./reopen.ts') },
  { name: 'goes-on', summary: 'let a case go on that was taken back', load: () => import('./goes-on.ts') },
  { name: 'merge', summary: 'put two cases together', load: () => import('./merge.ts') },
  { name: 'affiliate', summary: 'record that two companies belong together', load: () => import('./affiliate.ts') },
  { name: 'split', summary: 'move mails into a case of their own', load: () => import('./split.ts') },
  { name: 'note', summary: 'write into the timeline of a case', load: () => import('./note.ts') },
  { name: 'done', summary: 'say that a task is done', load: () => import('./done.ts') },
  { name: 'undo', summary: 'take an order back', load: () => import('./undo.ts') },
  {
    name: 'quarantine',
    summary: 'list what could not be done, and have it tried again',
    load: () => import('./quarantine.ts'),
  },
  { name: 'accounting', summary: 'show that no mail was lost', load: () => import('./accounting.ts') },
  { name: 'verify', summary: 'check archive and timeline against what was written', load: () => import('./verify.ts') },
  { name: 'backup', summary: 'copy database and archive into a folder', load: () => import('./backup.ts') },
  { name: 'restore', summary: 'put a backup back', load: () => import('./restore.ts') },
  { name: 'erase', summary: "erase a person's mail, or show what would be", load: () => import('./erase.ts') },
  { name: 'hold', summary: 'keep everything of a case, whatever is to be erased', load: () => import('./hold.ts') },
  { name: 'replay', summary: 'decide the archive again and show what would change', load: () => import('./replay.ts') },
  { name: 'doctor', summary: 'check every part and say what to do', load: () => import('./doctor.ts') },
  { name: 'login', summary: 'let the program into the mailbox without a password', load: () => import('./login.ts') },
  { name: 'correct', summary: 'say what a mail really is', load: () => import('./correct.ts') },
  { name: 'model', summary: 'list the models, or put one to use', load: () => import('./model.ts') },
  { name: 'train', summary: 'learn anew from labelled mails and corrections', load: () => import('./train.ts') },
  { name: 'templates', summary: 'list the letters, or show them as a page', load: () => import('./templates.ts') },
  { name: 'migrate', summary: 'bring the database schema up to date', load: () => import('./migrate.ts') },
]

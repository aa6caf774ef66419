/** docs/hostile.md: what was tried, what came of it, time and memory; and what the fuzzer found. */
import type { InspectLine } from '../../src/flows/inspect.ts'
import { FOUND, RUNS } from '../fuzz/found.ts'

export interface Measured {
  readonly group: string
  readonly name: string
  readonly tries: string
  readonly bytes: number
  /** Null: the program ended without a line. */
  readonly line: InspectLine | null
  /** Of the whole process, its start included. */
  readonly ms: number
  /** Largest resident memory of the process. */
  readonly mb: number
}

export function hostilePage(measured: readonly Measured[]): string {
  const groups = [...new Set(measured.map(({ group }) => group))]
  const worst = (of: (one: Measured) => number) => Math.max(...measured.map(of))
  return `# Hostile mail

Made by \`npm run hostile\`; the mails are written by \`test/hostile/classes\`, one table for this page and the tests.

Each mail goes through \`intagree inspect\` in a process of its own. The promise is a line within 10 s and 300 MB whatever
the bytes are; the most here, on two busy cores, was ${(worst(({ ms }) => ms) / 1000).toFixed(1)} s and ${worst(({ mb }) => mb)} MB. Times include the start of the
program. That each mail is archived byte for byte, that every part seen is a part stored, and that nothing of it is
anything but words in our letter, in the digest, on the screen and on the page of an exported case, the tests check
(\`test/hostile/classes.test.ts\`, \`test/render/case-page.test.ts\`). They also check its sender (\`trust.verify\`), as if every
domain refused what it did not sign: there is a result each time, and nobody passes.

"Answer" says whether a machine may answer the mail; a person sees each of them with its problems.

${groups
  .map((group) =>
    section(
      group,
      measured.filter((one) => one.group === group),
    ),
  )
  .join('\n')}
## What is done with files

Every file is stored under its SHA-256. What is opened here, or handed to people (\`intagree export\`), is a list of types, by
the type that the bytes tell: \`src/domain/files/allowed.ts\`. Programs (\`program.ts\`), HTML and SVG are not on it; they are
named in the problems and lie in the mail as it came. Names for saving have no path, no reordering marks, no reserved word,
at most 100 characters, and the extension of the sniffed type.

With \`CLAMD_URL\` each file is handed to clamd (INSTREAM, over TCP or a socket file) before anybody opens it. It is then
\`clean\`, \`infected NAME\` or \`not scanned\` with the reason; nothing but clamd's own OK makes a file clean. An infected file
is stored, never opened and never quoted, proves nothing whatever its name, and is a task for a person. While clamd cannot be
asked, a mail with files waits for half a minute; then it goes on as not scanned, and the scheduler asks again until there
is an answer, with a task when it is a bad one. Without \`CLAMD_URL\` every file is "not scanned".
A real clamd (1.4, with one signature of our own) is asked by \`test/services/clamd.test.ts\`: over TCP and a socket file, files in
pieces, in ZIP files, twenty at once, and larger than it takes. There it answers and closes while we still send, and one answer in a
hundred was lost to a late write; the file is then sent again, up to three times.

There is no export as a spreadsheet: lists are columns on a terminal and JSON. A formula in a company's name stays words.

## The fuzzer

\`npm run fuzz -- --seconds 60 --seed 1\` mutates the structure of mails (\`test/fuzz/mutate.ts\`) and sends them through
archive, reader, understanding, decision, letters and digest. It checks that the mail is archived, that a line comes, that
parts seen are parts stored, that nobody is answered against the header or outside of it, and the limits of time and memory.
The number of a case makes it again: \`--case N\`. What it finds is made small and kept; it becomes a mail of the table above.
A short run with fixed numbers is part of the tests.

| seed | seconds | mails | found |
|---|---|---|---|
${RUNS.map(({ seed, seconds, mails, found }) => `| ${seed} | ${seconds} | ${mails} | ${found} |`).join('\n')}

| found | mended |
|---|---|
${FOUND.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`
}

function section(group: string, measured: readonly Measured[]): string {
  const rows = measured.map(({ name, tries, bytes, line, ms, mb }) => {
    const codes = [...new Set(line?.problems.map(({ code }) => code))].join(', ') || 'none'
    const answer = line === null ? 'no line' : line.autoReply.allowed ? 'may be' : 'no'
    return `| ${[name, tries, size(bytes), codes, answer, ms, mb].map((one) => cell(String(one))).join(' | ')} |`
  })
  return `## ${group}

| class | what it tries | size | problems told | answer | ms | MB |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`
}

/** A cell of a table in Markdown: no bars, no markup, nothing invisible. */
function cell(text: string): string {
  return text
    .replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[|\\`*_<>[\]]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function size(bytes: number): string {
  if (bytes < 10_000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

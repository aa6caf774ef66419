/** The files of an export with their hashes, and how whoever has them checks them. */
import { createHash } from 'node:crypto'
import type { ExportTarget } from '../backup/export-target.ts'

/** Keeps the hash of everything that is written. */
export function bookkeeping(target: ExportTarget) {
  const lines: string[] = []
  return {
    async add(path: string, content: string | Buffer) {
      const bytes = Buffer.from(content)
      lines.push(`${sha256(bytes)}  ${path}\n`)
      await target.add(path, bytes)
    },
    sums: () => lines.join(''),
    count: () => lines.length,
  }
}
export type Book = ReturnType<typeof bookkeeping>

/** `end`: the hash of the last entry of the timeline. */
export function howToCheck(end: string | null): string {
  return `How to check this folder
========================

1. That no file was changed since it was exported:

     sha256sum -c SHA256SUMS

2. That the timeline is what was written at the time. Each entry is a file chain/00001.txt, chain/00002.txt, … of ten
   lines: the hash of the entry before it ("start" in the first), the chain, the entry's place in it, its number, its
   time in UTC, who did it, what happened, the mail, the letter, and the SHA-256 of its detail, which is
   chain/00001.detail.json. The hash of an entry is the SHA-256 of its file. Nobody can change, remove or slip in an
   entry without changing all hashes after it. This follows the chain and prints its end:

     previous=start
     for file in chain/*.txt; do
       [ "$(head -n 1 "$file")" = "$previous" ] || echo "broken at $file"
       [ "$(tail -n 1 "$file")" = "$(sha256sum < "\${file%.txt}.detail.json" | cut -d ' ' -f 1)" ] || echo "another detail than in $file"
       previous=$(sha256sum < "$file" | cut -d ' ' -f 1)
     done
     echo "$previous"

   When it was exported the chain ended with
     ${end ?? 'nothing: the case has no entries'}
   An earlier export of the same case ends with a hash that is the first line of one of these files. The detail of an
   entry whose personal data was erased says so, and is another than its digest; the chain holds all the same.

3. mails/ holds every mail as it came, byte for byte; the JSON and the page were made from them.
`
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

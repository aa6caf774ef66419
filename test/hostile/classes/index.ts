/** Every hostile class: the one table that the tests, the page in docs/ and the fuzzer's seeds are made of. */
import { FILES } from './files.ts'
import { HEADERS } from './headers.ts'
import type { HostileClass } from './hostile-class.ts'
import { PEOPLE } from './people.ts'
import { STRUCTURE } from './structure.ts'
import { TEXT } from './text.ts'
import { WORDS } from './words.ts'

export const HOSTILE: Readonly<Record<string, readonly HostileClass[]>> = {
  Structure: STRUCTURE,
  Headers: HEADERS,
  Text: TEXT,
  People: PEOPLE,
  Words: WORDS,
  Files: FILES,
}

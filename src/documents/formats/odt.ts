/** OpenDocument text and sheets (ODF 1.3): paragraphs, tables, changes. Values stand in the file as they are shown. */
import type { Job } from '../job.ts'
import { walkPart } from '../office/ooxml.ts'
import { Refusal } from '../refusal.ts'
import { formRow } from '../text-sheet.ts'
import type { Attributes, XmlHandler } from '../xml.ts'
import { openPackage } from '../zip.ts'

/** Notes repeat as citations; changed regions hold what was deleted. */
const SILENT = new Set(['tracked-changes', 'note-citation', 'annotation-end'])
/** Blanks and empty cells are counted, not written: a count is no reason to write a million. */
const MAX_REPEATS = 50

export async function readOdt(job: Job): Promise<void> {
  const parts = await openPackage(job)
  if (parts.names.some((name) => /^(?:Basic|Scripts)\/.+\.(?:xml|xlb|py|js|bsh)$/i.test(name))) {
    job.note('active-content', 'it holds macros')
  }
  await noteEncrypted(parts, job)
  const text = new OdfText((block) => job.sheet.block(block))
  const isThere = await walkPart(parts, 'content.xml', job, text)
  if (!isThere) throw new Refusal('damaged-file', 'its part content.xml is missing')
}

/** ODF encrypts member by member and says so in the manifest (part 2, 4.4). */
async function noteEncrypted(parts: Awaited<ReturnType<typeof openPackage>>, job: Job): Promise<void> {
  let isEncrypted = false
  await walkPart(parts, 'META-INF/manifest.xml', job, {
    open(name) {
      isEncrypted ||= name === 'encryption-data'
    },
  })
  if (isEncrypted) throw new Refusal('encrypted', 'a password is needed to open it')
}

class OdfText implements XmlHandler {
  private changes = 0
  private readonly emit: (block: string) => void
  private readonly paragraphs: string[] = []
  private readonly cells: string[][] = []
  private readonly rows: string[][] = []
  private silent = 0

  constructor(emit: (block: string) => void) {
    this.emit = emit
  }

  open(name: string, attribute: Attributes): void {
    if (name === 'changed-region') this.changes += 1
    if (SILENT.has(name)) this.silent += 1
    if (this.silent > 0) return
    if (name === 'p' || name === 'h') this.paragraphs.push('')
    else if (name === 'table-row') this.rows.push([])
    else if (name === 'table-cell') this.cells.push([])
    else if (name === 's') this.text(' '.repeat(repeats(attribute('c'))))
    else if (name === 'tab') this.text('\t')
    else if (name === 'line-break') this.text('\n')
  }

  text(text: string): void {
    const at = this.paragraphs.length - 1
    if (at >= 0 && this.silent === 0) this.paragraphs[at] += text
  }

  close(name: string): void {
    if (SILENT.has(name)) this.silent -= 1
    if (this.silent > 0) return
    // They are listed before the text, where no cut takes the mark away.
    if (name === 'tracked-changes') this.emit(`Tracked changes (redlined version): ${this.changes}`)
    else if (name === 'p' || name === 'h') this.put(this.paragraphs.pop() ?? '')
    else if (name === 'table-cell') this.rows.at(-1)?.push((this.cells.pop() ?? []).join('\n'))
    else if (name === 'table-row') this.put(formRow(this.rows.pop() ?? []))
  }

  private put(block: string): void {
    const cell = this.cells.at(-1)
    if (cell === undefined) this.emit(block)
    else if (/\S/.test(block)) cell.push(block)
  }
}

function repeats(count: string | undefined): number {
  return Math.min(Math.max(Number(count ?? '1') || 1, 1), MAX_REPEATS)
}

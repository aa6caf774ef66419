/** Word documents (ECMA-376 part 1, 17): body, notes, comments, headers and footers. */

import type { Job } from '../job.ts'
import { mainPart, noteActiveContent, walkPart } from '../office/ooxml.ts'
import { type Changes, WordText } from '../office/word-text.ts'
import { Refusal } from '../refusal.ts'
import { tidy } from '../text-sheet.ts'
import { openPackage, type Package } from '../zip.ts'

export async function readDocx(job: Job): Promise<void> {
  const parts = await openPackage(job)
  await noteActiveContent(parts, job)
  const main = await mainPart(parts, 'word/document.xml', job)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const beside = (kind: RegExp) =>
    parts.names.filter((name) => name.startsWith(folder) && kind.test(name.slice(folder.length)))

  const body = await readBody(parts, main, job)
  // The mark comes first, so that no cut takes it away.
  if (body.mark !== '') job.sheet.block(body.mark)
  await readOnce(parts, beside(/^header\d*\.xml$/), job)
  job.beginPage(body.isPaged ? 1 : null)
  if (!body.isLaidOut) job.sheet.pages.onlyTyped()
  for (const block of body.blocks) job.sheet.flow(block)
  job.beginPage(null)
  if (body.failure !== null) throw body.failure
  for (const notes of beside(/^(?:footnotes|endnotes)\.xml$/)) await readPlain(parts, notes, job)
  for (const comments of beside(/^comments\.xml$/)) await readComments(parts, comments, job)
  await readOnce(parts, beside(/^footer\d*\.xml$/), job)
}

interface Body {
  readonly blocks: readonly string[]
  readonly mark: string
  readonly isPaged: boolean
  /** Word left marks where its pages ended when it was last printed or saved. */
  readonly isLaidOut: boolean
  /** What ended the reading early; the blocks until then count. */
  readonly failure: unknown
}

async function readBody(parts: Package, main: string, job: Job): Promise<Body> {
  const blocks: string[] = []
  let chars = 0
  const text = new WordText((block) => {
    // A little more than is kept, so that the sheet sees that it was cut.
    if (chars <= job.limits.chars) blocks.push(block)
    chars += block.length + 1
  })
  let failure: unknown = null
  try {
    if (!(await walkPart(parts, main, job, text))) throw new Refusal('damaged-file', `its part ${main} is missing`)
  } catch (error) {
    failure = error
  }
  if (text.hasDde) job.note('active-content', 'a field of it starts another program (DDE)')
  const { pageBreaks } = text
  const isPaged = pageBreaks.typed + pageBreaks.laidOut > 0
  return { blocks, mark: markOf(text.changes), isPaged, isLaidOut: pageBreaks.laidOut > 0, failure }
}

/** By this line a redline is recognised. */
function markOf({ insertions, deletions, authors }: Changes): string {
  if (insertions + deletions === 0) return ''
  const by = authors.size === 0 ? '' : ` by ${[...authors].join(', ')}`
  return `Tracked changes (redlined version): ${insertions} inserted, ${deletions} deleted${by}`
}

async function readPlain(parts: Package, name: string, job: Job): Promise<void> {
  await walkPart(parts, name, job, new WordText((block) => job.sheet.block(block)))
}

/** Headers and footers of first, even and odd pages mostly say the same. */
async function readOnce(parts: Package, names: readonly string[], job: Job): Promise<void> {
  const said = new Set<string>()
  for (const name of names) {
    await walkPart(parts, name, job, new WordText((block) => said.add(tidy(block))))
  }
  for (const block of said) job.sheet.block(block)
}

async function readComments(parts: Package, name: string, job: Job): Promise<void> {
  let author = ''
  const text = new WordText((block) => {
    if (/\S/.test(block)) job.sheet.block(`Comment${author === '' ? '' : ` by ${author}`}: ${block}`)
  })
  await walkPart(parts, name, job, {
    open(element, attribute) {
      if (element === 'comment') author = (attribute('author') ?? '').slice(0, 60)
      text.open(element, attribute)
    },
    text: (piece) => text.text(piece),
    close: (element) => text.close(element),
  })
}

/** Excel workbooks (ECMA-376 part 1, 18): every sheet in its order, a line per row. */
import type { Job } from '../job.ts'
import { numberSorts } from '../office/cell-formats.ts'
import { mainPart, noteActiveContent, type Relation, relationsOf, walkPart } from '../office/ooxml.ts'
import { SheetRows, type Workbook } from '../office/sheet-rows.ts'
import { Refusal } from '../refusal.ts'
import { row } from '../text-sheet.ts'
import { openPackage, type Package } from '../zip.ts'

interface Sheet {
  readonly name: string
  readonly relation: string
  readonly isHidden: boolean
  /** From 1, among the tabs that are shown; null when hidden. */
  readonly tab: number | null
}

/** Names that Excel gives; they tell nothing. */
const GIVEN_NAME = /^(?:sheet|tabelle|feuil|hoja) ?\d+$/i

export async function readXlsx(job: Job): Promise<void> {
  const parts = await openPackage(job)
  await noteActiveContent(parts, job)
  const main = await mainPart(parts, 'xl/workbook.xml', job)
  const { sheets, isFrom1904 } = await readSheets(parts, main, job)
  const relations = await relationsOf(parts, main, job)
  const workbook: Workbook = {
    strings: await sharedStrings(parts, partOf(relations, 'sharedStrings'), job),
    sorts: await numberSorts(parts, partOf(relations, 'styles'), job),
    isFrom1904,
  }
  for (const sheet of sheets) await readSheet(parts, sheet, relations, workbook, job)
}

async function readSheet(
  parts: Package,
  sheet: Sheet,
  relations: ReadonlyMap<string, Relation>,
  workbook: Workbook,
  job: Job,
): Promise<void> {
  const relation = relations.get(sheet.relation)
  // Charts and dialogs are sheets too, without rows.
  if (relation?.type !== 'worksheet') return
  job.sheet.gap()
  job.beginPage(sheet.tab)
  if (!GIVEN_NAME.test(sheet.name) || sheet.isHidden) {
    job.sheet.block(`Sheet ${sheet.name}${sheet.isHidden ? ' (hidden)' : ''}`)
  }
  const rows = new SheetRows(workbook, (cells) => job.sheet.block(row(cells)))
  if (!(await walkPart(parts, relation.target, job, rows))) job.note('damaged-file', `sheet ${sheet.name} is missing`)
}

async function readSheets(parts: Package, main: string, job: Job) {
  const sheets: Sheet[] = []
  let tabs = 0
  let isFrom1904 = false
  const isThere = await walkPart(parts, main, job, {
    open(name, attribute) {
      if (name === 'workbookPr') isFrom1904 = /^(?:1|true|on)$/.test(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const isHidden = (attribute('state') ?? 'visible') !== 'visible'
      if (!isHidden) tabs += 1
      const tab = isHidden ? null : tabs
      sheets.push({ name: attribute('name') ?? '', relation: attribute('id') ?? '', isHidden, tab })
    },
  })
  if (!isThere) throw new Refusal('damaged-file', `its part ${main} is missing`)
  return { sheets, isFrom1904 }
}

function partOf(relations: ReadonlyMap<string, Relation>, type: string): string {
  return [...relations.values()].find((relation) => relation.type === type)?.target ?? ''
}

async function sharedStrings(parts: Package, name: string, job: Job): Promise<readonly string[]> {
  const strings: string[] = []
  let text = ''
  let isText = false
  let phonetic = 0
  await walkPart(parts, name, job, {
    open(element) {
      if (element === 'si') text = ''
      else if (element === 't') isText = true
      else if (element === 'rPh') phonetic += 1
    },
    text(piece) {
      if (isText && phonetic === 0) text += piece
    },
    close(element) {
      if (element === 'si') strings.push(text)
      else if (element === 't') isText = false
      else if (element === 'rPh') phonetic -= 1
    },
  })
  return strings
}

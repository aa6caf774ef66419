/** Small office packages out of the XML that matters. */
import { type Member, zip } from './zip.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word file; `more` are parts beside the body. */
export function docx(body: string, more: readonly Member[] = []): Buffer {
  return zip([
    { name: '[Content_Types].xml', content: `${HEAD}<Types/>` },
    relations('_rels/.rels', [['rId1', 'officeDocument', 'word/document.xml']]),
    { name: 'word/document.xml', content: wordPart('document', `<w:body>${body}</w:body>`) },
    ...more,
  ])
}

/** Another part of a Word file: header, footer, comments. */
export function wordPart(root: string, content: string): string {
  return `${HEAD}<w:${root} ${WORD}>${content}</w:${root}>`
}

/** A paragraph of plain text or of runs. */
export function p(content: string): string {
  return `<w:p>${content.startsWith('<') ? content : r(content)}</w:p>`
}

export function r(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
}

export function table(...rows: readonly (readonly string[])[]): string {
  const cell = (content: string) => `<w:tc>${content.startsWith('<w:p>') ? content : p(content)}</w:tc>`
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

export function relations(
  name: string,
  rows: readonly (readonly [id: string, type: string, target: string, mode?: string])[],
): Member {
  const shown = rows.map(([id, type, target, mode]) => {
    return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`
  })
  return { name, content: `${HEAD}<Relationships xmlns="${RELATIONS}">${shown.join('')}</Relationships>` }
}

export interface SheetSample {
  readonly name: string
  /** The XML of its rows. */
  readonly rows: string
  readonly state?: string
}

/** An Excel file; `styles` are number formats, one per cell style. */
export function xlsx(
  sheets: readonly SheetSample[],
  strings: readonly string[] = [],
  styles: readonly number[] = [0],
  book = '',
): Buffer {
  const names = sheets.map(({ name, state }, at) => {
    return `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state === undefined ? '' : ` state="${state}"`}/>`
  })
  return zip([
    relations('_rels/.rels', [['rId1', 'officeDocument', 'xl/workbook.xml']]),
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns:r="${OFFICE}">${book}<sheets>${names.join('')}</sheets></workbook>`,
    },
    relations('xl/_rels/workbook.xml.rels', [
      ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['rId90', 'sharedStrings', 'sharedStrings.xml'],
      ['rId91', 'styles', '/xl/styles.xml'],
    ]),
    ...sheets.map(({ rows }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `${HEAD}<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })),
    {
      name: 'xl/sharedStrings.xml',
      content: `${HEAD}<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    },
    {
      name: 'xl/styles.xml',
      content: `${HEAD}<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d mmm yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    },
  ])
}

/** An OpenDocument text. */
export function odt(body: string, more: readonly Member[] = []): Buffer {
  return zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'content.xml',
      content: `${HEAD}<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    ...more,
  ])
}

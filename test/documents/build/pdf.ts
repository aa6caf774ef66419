/** Small PDF files, written object by object (ISO 32000-1, 7.5). */
import { deflateSync } from 'node:zlib'
import type { Image } from './picture.ts'

export interface PdfPage {
  /** Words with the place where they begin, in points from the bottom left corner. */
  readonly words?: readonly (readonly [x: number, y: number, text: string, size?: number])[]
  /** Dictionaries of annotations, without their page. */
  readonly annotations?: readonly string[]
  /** Operators instead of words. */
  readonly content?: Buffer
  readonly filter?: string
  /** Pictures, for operators to show as /Im0, /Im1 and so on. */
  readonly images?: readonly Image[]
  /** Entries of the page's dictionary. */
  readonly more?: string
}

export interface PdfOptions {
  /** Entries of the catalog. */
  readonly catalog?: string
  /** Entries of the trailer. */
  readonly trailer?: string
}

const HEIGHT = 792

export function pdf(pages: readonly PdfPage[], { catalog = '', trailer = '' }: PdfOptions = {}): Buffer {
  const objects: Buffer[] = [
    Buffer.alloc(0),
    Buffer.alloc(0),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
  ]
  const add = (object: string | Buffer) => objects.push(Buffer.from(object as string, 'latin1'))
  const fields: number[] = []
  const kids = pages.map((page) => {
    const annotations = (page.annotations ?? []).map((annotation) => add(`<< /Type /Annot ${annotation} >>`))
    fields.push(...annotations)
    const content = add(stream(page.content ?? contentOf(page), page.filter))
    const images = (page.images ?? []).map((image, at) => `/Im${at} ${add(imageObject(image))} 0 R`)
    const resources = `/Resources << /Font << /F1 3 0 R >> /XObject << ${images.join(' ')} >> >>`
    const box = `/MediaBox [0 0 612 ${HEIGHT}]`
    return add(
      `<< /Type /Page /Parent 2 0 R ${box} ${resources} /Contents ${content} 0 R /Annots [${refs(annotations)}] ${page.more ?? ''} >>`,
    )
  })
  const form = fields.length === 0 ? '' : `/AcroForm << /Fields [${refs(fields)}] >>`
  objects[0] = Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${form} ${catalog} >>`)
  objects[1] = Buffer.from(`<< /Type /Pages /Kids [${refs(kids)}] /Count ${kids.length} >>`)
  return file(objects, trailer)
}

/** A text field of a form. */
export function textField(
  name: string,
  value: string,
  [x, y, width = 290, height = 15]: readonly number[],
  more = '',
): string {
  return `/Subtype /Widget /FT /Tx /T (${name}) /V (${value}) /Rect [${x} ${y} ${x! + width} ${y! + height}] ${more}`
}

/** A check box. */
export function checkBox(name: string, isTicked: boolean, [x, y]: readonly number[]): string {
  const state = isTicked ? '/Yes' : '/Off'
  const looks = '/AP << /N << /Yes 3 0 R /Off 3 0 R >> >>'
  return `/Subtype /Widget /FT /Btn /T (${name}) /V ${state} /AS ${state} ${looks} /Rect [${x} ${y} ${x! + 11} ${y! + 11}]`
}

export function deflated(content: string | Buffer): Pick<PdfPage, 'content' | 'filter'> {
  return { content: deflateSync(content, { level: 9 }), filter: '/FlateDecode' }
}

function contentOf({ words = [] }: PdfPage): Buffer {
  const shown = words.map(([x, y, text, size = 11]) => {
    return `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`
  })
  return Buffer.from(shown.join('\n'), 'latin1')
}

function stream(content: Buffer, filter?: string): Buffer {
  const dictionary = `<< /Length ${content.length}${filter === undefined ? '' : ` /Filter ${filter}`} >>`
  return Buffer.concat([Buffer.from(`${dictionary}\nstream\n`), content, Buffer.from('\nendstream')])
}

function imageObject({ width, height, entries, data }: Image): Buffer {
  const size = `/Width ${width} /Height ${height} /Length ${data.length}`
  const head = `<< /Type /XObject /Subtype /Image ${size} ${entries} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')])
}

function refs(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(' ')
}

function file(objects: readonly Buffer[], trailer: string): Buffer {
  const pieces = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = pieces[0]!.length
  for (const [number, object] of objects.entries()) {
    offsets.push(at)
    const piece = Buffer.concat([Buffer.from(`${number + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    pieces.push(piece)
    at += piece.length
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(table + end)])
}

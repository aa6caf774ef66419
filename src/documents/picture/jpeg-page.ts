/**
 * A JPEG file as a PDF file of one page, which is how PDF files hold scans anyway. PDF.js then unpacks it, with a third
 * of the memory that the recogniser's own library takes: photographs have twelve million pixels.
 */
import type { PictureHeader } from './header.ts'

export function jpegPage(jpeg: Buffer, { width, height, colours = 3 }: PictureHeader): Buffer {
  const space = colours === 1 ? '/DeviceGray' : colours === 4 ? '/DeviceCMYK' : '/DeviceRGB'
  const size = `/Width ${width} /Height ${height}`
  const image = `<< /Type /XObject /Subtype /Image ${size} /ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`
  const content = `${width} 0 0 ${height} 0 0 cm /Im Do`
  const page = `/MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /Im 5 0 R >> >> /Contents 4 0 R`
  const pieces = [
    text('%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n'),
    text('2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n'),
    text(`3 0 obj << /Type /Page /Parent 2 0 R ${page} >> endobj\n`),
    text(`4 0 obj << /Length ${content.length} >> stream\n${content}\nendstream endobj\n`),
    text(`5 0 obj ${image} stream\n`),
    jpeg,
    text('\nendstream endobj\n'),
  ]
  const places = [0, 1, 2, 3, 4].map((at) => lengthOf(pieces.slice(0, at)) + (at === 0 ? 9 : 0))
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 6\n0000000000 65535 f \n${rows}trailer << /Size 6 /Root 1 0 R >>\n`
  return Buffer.concat([...pieces, text(`${table}startxref\n${lengthOf(pieces)}\n%%EOF\n`)])
}

function text(line: string): Buffer {
  return Buffer.from(line, 'latin1')
}

function lengthOf(pieces: readonly Buffer[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0)
}

/** The pages of a file as gray pictures, one after the other, so that only one is in memory. */
import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import type { Job } from '../job.ts'
import { DOCUMENT_LIMITS, type PictureLimits } from '../limits.ts'
import { openPdf } from '../pdf/open.ts'
import { piecesOf } from '../pdf/page-pieces.ts'
import { isPicturePage } from '../pdf/picture-page.ts'
import { Refusal } from '../refusal.ts'
import type { Engine } from './engine.ts'
import { exifTurns } from './exif.ts'
import { type GrayPicture, turned } from './gray.ts'
import { type PictureHeader, pictureHeader } from './header.ts'
import { jpegPage } from './jpeg-page.ts'
import { imagesOf } from './page-images.ts'
import { pagePicture } from './page-picture.ts'
import { tiffPageCount, tiffPages } from './tiff.ts'

export interface PagePicture {
  readonly picture: GrayPicture
  /** From 1; null: the file is one picture. */
  readonly page: number | null
}

type Pictures = AsyncGenerator<PagePicture, void, undefined>

/** Throws `Refusal` at a limit. */
export async function* picturesIn(job: Job, limits: PictureLimits, engine: () => Promise<Engine>): Pictures {
  const { bytes } = job
  if (bytes.length > limits.bytes) throw new Refusal('size-limit', `larger than ${limits.bytes / (1024 * 1024)} MB`)
  if (bytes.subarray(0, 1024).includes('%PDF-')) return yield* pagesOfPdf(job, limits)
  const header = pictureHeader(bytes)
  if (header === null) throw new Refusal('not-read', 'this sort of picture is not read')
  checkSize(header, limits)
  if (header.sort === 'jpeg') yield { picture: await photograph(job, header, limits), page: null }
  else if (header.sort === 'tiff') yield* fax(job, limits, await engine())
  else yield { picture: unpacked(await engine(), bytes), page: null }
}

/** Unpacked as itself and in gray. */
function checkSize({ width, height, pixelBytes }: PictureHeader, { unpackedBytes }: PictureLimits): void {
  if (width < 1 || height < 1) throw new Refusal('damaged-file', 'its picture has no size')
  if (width * height * (pixelBytes + 1) <= unpackedBytes * 1.25) return
  throw new Refusal('size-limit', `its picture of ${width} × ${height} pixels is too large`)
}

function unpacked(engine: Engine, file: Buffer): GrayPicture {
  const picture = engine.unpack(file)
  if (picture === null) throw new Refusal('not-read', 'its picture is damaged or of a sort that is not read')
  return picture
}

async function photograph(job: Job, header: PictureHeader, limits: PictureLimits): Promise<GrayPicture> {
  const page = job.inner({ bytes: jpegPage(job.bytes, header), mediaType: 'application/pdf', filename: '' })
  for await (const { picture } of pagesOfPdf(page, limits)) return turned(picture, exifTurns(job.bytes))
  throw new Refusal('damaged-file', 'its picture cannot be unpacked')
}

async function* fax(job: Job, limits: PictureLimits, engine: Engine): Pictures {
  let page = 0
  for (const file of tiffPages(job.bytes, limits.pages)) {
    page += 1
    yield { picture: unpacked(engine, file), page }
  }
  const pages = tiffPageCount(job.bytes, 10_000)
  if (pages > limits.pages) job.note('part-limit', `${pages} pages; the first ${limits.pages} are recognised`)
}

async function* pagesOfPdf(job: Job, limits: PictureLimits): Pictures {
  const pdf = await openPdf(job, limits.imagePixels)
  let found = 0
  try {
    for (let at = 1; at <= Math.min(pdf.numPages, DOCUMENT_LIMITS.pages); at += 1) {
      job.checkTime()
      const picture = await pictureOfPage(pdf, at, job, limits)
      if (picture === null) continue
      found += 1
      if (found > limits.pages) return job.note('part-limit', `only its first ${limits.pages} scans are recognised`)
      yield { picture, page: at }
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** Null when the page has its text as text, or nothing on it. */
async function pictureOfPage(
  pdf: PDFDocumentProxy,
  at: number,
  job: Job,
  limits: PictureLimits,
): Promise<GrayPicture | null> {
  const page = await pdf.getPage(at)
  try {
    if (!isPicturePage(await piecesOf(page, job))) return null
    const { images, unread } = await imagesOf(page, job)
    if (unread > 0 && !job.isInner) job.note('not-read', 'a picture of it is packed in a way that is not read')
    return pagePicture(images, page.getViewport({ scale: 1 }), limits.pixels)
  } finally {
    page.cleanup()
  }
}

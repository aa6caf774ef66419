/** The pictures that a PDF page paints, each with its place on the page, as PDF.js unpacks them. */
import type { PDFPageProxy } from 'unpdf/pdfjs'
import type { Job } from '../job.ts'
import { type Matrix, multiplied } from './matrix.ts'

export interface PageImage {
  readonly width: number
  readonly height: number
  readonly sort: 'bits' | 'rgb' | 'rgba' | 'mask'
  readonly data: Uint8Array | Uint8ClampedArray
  /** From the unit square, (0, 0) at its lower left, to points of the page as it is stored. */
  readonly place: Matrix
}

export interface PageImages {
  readonly images: readonly PageImage[]
  /** Pictures that PDF.js cannot unpack. */
  readonly unread: number
}

/** What an image object of PDF.js holds; `kind` is one of its ImageKind. */
interface Unpacked {
  readonly width: number
  readonly height: number
  readonly kind?: number
  readonly data?: Uint8Array | Uint8ClampedArray | string
}
const SORTS: Readonly<Record<number, PageImage['sort']>> = { 1: 'bits', 2: 'rgb', 3: 'rgba' }

/** Scanners cut a page into strips; one made of more pictures than this is a drawing. */
const MOST_IMAGES = 200
/** A picture with fewer pixels is a bullet, a line or a stain. */
const LEAST_PIXELS = 1_000

export async function imagesOf(page: PDFPageProxy, job: Job): Promise<PageImages> {
  const { OPS } = await import('unpdf/pdfjs')
  const { fnArray, argsArray } = await page.getOperatorList()
  job.checkTime()
  const images: PageImage[] = []
  let unread = 0
  const stack: Matrix[] = []
  let place: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [at, operator] of fnArray.entries()) {
    const given = (argsArray[at] ?? []) as readonly unknown[]
    if (operator === OPS.save) stack.push(place)
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) place = stack.pop() ?? place
    else if (operator === OPS.transform) place = multiplied(place, given as Matrix)
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(place)
      if (given[0]) place = multiplied(place, given[0] as Matrix)
    } else if (PAINTED.some((name) => OPS[name] === operator) && images.length < MOST_IMAGES) {
      const isMask = operator === OPS.paintImageMaskXObject
      const image = imageOf(await unpacked(page, given[0]), isMask, place)
      if (image === null) unread += 1
      else if (image.width * image.height >= LEAST_PIXELS) images.push(image)
    }
  }
  return { images, unread }
}

const PAINTED = ['paintImageXObject', 'paintInlineImageXObject', 'paintImageMaskXObject'] as const

/** An image stands in the list of operators, or under a name among the objects of the page or of the file. */
async function unpacked(page: PDFPageProxy, given: unknown): Promise<Unpacked | null> {
  if (typeof given === 'string') return objectOf(page, given)
  const image = given as Unpacked | null
  if (typeof image?.data !== 'string') return image
  const { data } = (await objectOf(page, image.data)) ?? {}
  return data === undefined ? null : { ...image, data }
}

function objectOf(page: PDFPageProxy, name: string): Promise<Unpacked | null> {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => objects.get(name, resolve))
}

function imageOf(image: Unpacked | null, isMask: boolean, place: Matrix): PageImage | null {
  const sort = isMask ? 'mask' : SORTS[image?.kind ?? 0]
  if (!image || sort === undefined || image.data === undefined || typeof image.data === 'string') return null
  const { width, height, data } = image
  return { width, height, sort, data, place }
}

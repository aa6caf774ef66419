/**
 * A PDF page as one picture: the pictures on it, painted where they belong. A scan is one picture, or strips of one,
 * or a gray ground with black letters over it; lines and words drawn over it are left out.
 */
import type { PageViewport } from 'unpdf/pdfjs'
import type { GrayPicture } from './gray.ts'
import { inverted, type Matrix, multiplied } from './matrix.ts'
import type { PageImage } from './page-images.ts'

/** Pictures that cover less of the page than this are a logo on a page that is nearly empty. */
const LEAST_COVER = 0.2
/** Looks per pixel and direction where the picture is finer than the page is painted: enough for thin strokes. */
const MOST_LOOKS = 3

/** Null when what is on the page is not the page. `pixels` bounds the picture. */
export function pagePicture(images: readonly PageImage[], viewport: PageViewport, pixels: number): GrayPicture | null {
  const area = viewport.width * viewport.height
  const cover = images.reduce((sum, { place }) => sum + areaOf(place), 0) / area
  if (!(area > 0) || !(cover >= LEAST_COVER)) return null
  const finest = images.reduce((most, image) => Math.max(most, (image.width * image.height) / areaOf(image.place)), 0)
  const scale = Math.sqrt(Math.min(finest, pixels / area))
  const [width, height] = [Math.floor(viewport.width * scale), Math.floor(viewport.height * scale)]
  if (width < 1 || height < 1) return null
  const page = { width, height, gray: new Uint8Array(width * height).fill(255) }
  const [a, b, c, d, e, f] = viewport.transform as unknown as Matrix
  const shown: Matrix = [a * scale, b * scale, c * scale, d * scale, e * scale, f * scale]
  for (const image of images) paint(page, image, multiplied(shown, image.place))
  return page
}

/** Of the unit square on the page. */
function areaOf([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c)
}

function paint(page: GrayPicture, image: PageImage, place: Matrix): void {
  const back = inverted(place)
  if (back === null) return
  const look = looker(image)
  const { left, right, top, bottom } = boxOf(page, place)
  const looks = Math.max(1, Math.min(MOST_LOOKS, Math.round(Math.sqrt((image.width * image.height) / areaOf(place)))))
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      let [sum, seen] = [0, 0]
      for (let at = 0; at < looks * looks; at += 1) {
        const [px, py] = [x + ((at % looks) + 0.5) / looks, y + (Math.floor(at / looks) + 0.5) / looks]
        // The first row of a picture is its top, the unit square counts from below.
        const column = Math.floor((back[0] * px + back[2] * py + back[4]) * image.width)
        const row = Math.floor((1 - (back[1] * px + back[3] * py + back[5])) * image.height)
        if (column < 0 || row < 0 || column >= image.width || row >= image.height) continue
        const gray = look(column, row)
        sum += gray < 0 ? page.gray[y * page.width + x]! : gray
        seen += 1
      }
      if (seen > 0) page.gray[y * page.width + x] = sum / seen
    }
  }
}

/** The part of the page that the picture may touch. */
function boxOf({ width, height }: GrayPicture, [a, b, c, d, e, f]: Matrix) {
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ]
  return {
    left: Math.max(0, Math.floor(Math.min(...xs))),
    right: Math.min(width, Math.ceil(Math.max(...xs))),
    top: Math.max(0, Math.floor(Math.min(...ys))),
    bottom: Math.min(height, Math.ceil(Math.max(...ys))),
  }
}

/** The gray of a pixel; -1 where a mask lets through what is below. */
function looker({ sort, data, width }: PageImage): (column: number, row: number) => number {
  const rowBytes = Math.ceil(width / 8)
  const bit = (column: number, row: number) => ((data[row * rowBytes + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1
  if (sort === 'bits') return (column, row) => bit(column, row) * 255
  // A mask paints where its bits are 0; letters, which are black.
  if (sort === 'mask') return (column, row) => (bit(column, row) === 0 ? 0 : -1)
  const step = sort === 'rgb' ? 3 : 4
  return (column, row) => {
    const at = (row * width + column) * step
    return 0.299 * (data[at] ?? 255) + 0.587 * (data[at + 1] ?? 255) + 0.114 * (data[at + 2] ?? 255)
  }
}

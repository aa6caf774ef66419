/** Pictures as the recogniser wants them: one byte a pixel, 0 is black, rows from the top. */
export interface GrayPicture {
  readonly width: number
  readonly height: number
  readonly gray: Uint8Array
}

/** How often a quarter turn to the right brings a picture upright. */
export type Turns = 0 | 1 | 2 | 3

/** Brought down to a number of pixels, each the mean of those it stands for; a smaller picture stays as it is. */
export function shrunk(picture: GrayPicture, pixels: number): GrayPicture {
  const scale = Math.sqrt(pixels / (picture.width * picture.height))
  return scale >= 1 ? picture : scaled(picture, scale)
}

/** A page of fewer pixels has letters too small to be told apart: it is made larger, up to twice. */
export function grown(picture: GrayPicture, pixels: number): GrayPicture {
  const scale = Math.sqrt(pixels / (picture.width * picture.height))
  return scale > 1.25 ? scaled(picture, Math.min(2, scale)) : picture
}

/** Made larger or smaller. Made larger it is smooth: steps would look like corners of letters. */
export function scaled(picture: GrayPicture, scale: number): GrayPicture {
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const gray = new Uint8Array(width * height)
  const [columns, rows] = [spans(picture.width, width), spans(picture.height, height)]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) gray[y * width + x] = mean(picture, columns, rows, x, y)
  }
  return { width, height, gray }
}

/** For each new pixel the old ones from `first` to `last`; where it lies between two of them, how much the second weighs. */
interface Spans {
  readonly first: Int32Array
  readonly last: Int32Array
  readonly weight: Float32Array | null
}

function spans(from: number, to: number): Spans {
  const [first, last, weight] = [new Int32Array(to), new Int32Array(to), new Float32Array(to)]
  for (let at = 0; at < to; at += 1) {
    const middle = Math.max(0, Math.min(from - 1, ((at + 0.5) * from) / to - 0.5))
    first[at] = to > from ? Math.floor(middle) : Math.floor((at * from) / to)
    last[at] = Math.min(
      from - 1,
      to > from ? first[at]! + 1 : Math.max(first[at]!, Math.ceil(((at + 1) * from) / to) - 1),
    )
    weight[at] = middle - first[at]!
  }
  return { first, last, weight: to > from ? weight : null }
}

function mean({ gray, width }: GrayPicture, columns: Spans, rows: Spans, x: number, y: number): number {
  const [left, right, top, bottom] = [columns.first[x]!, columns.last[x]!, rows.first[y]!, rows.last[y]!]
  if (columns.weight !== null && rows.weight !== null) {
    const [across, down] = [columns.weight[x]!, rows.weight[y]!]
    const above = gray[top * width + left]! * (1 - across) + gray[top * width + right]! * across
    const below = gray[bottom * width + left]! * (1 - across) + gray[bottom * width + right]! * across
    return above * (1 - down) + below * down
  }
  let sum = 0
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) sum += gray[row * width + column]!
  }
  return sum / ((bottom - top + 1) * (right - left + 1))
}

/** Turned to the right by quarters. */
export function turned(picture: GrayPicture, turns: Turns): GrayPicture {
  if (turns === 0) return picture
  const { width, height, gray } = picture
  const result = new Uint8Array(gray.length)
  const newWidth = turns === 2 ? width : height
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [toX, toY] =
        turns === 1 ? [height - 1 - y, x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x]
      result[toY * newWidth + toX] = gray[y * width + x]!
    }
  }
  return { width: newWidth, height: turns === 2 ? height : width, gray: result }
}

/** As a file that the recogniser reads: a portable graymap. */
export function graymap({ width, height, gray }: GrayPicture): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  const file = new Uint8Array(head.length + gray.length)
  file.set(head)
  file.set(gray, head.length)
  return file
}

/**
 * Paper made white: a photograph has shadows, a lamp on one side and gray paper, and the recogniser's threshold knows
 * one gray for the whole page. Each pixel is divided by the paper around it.
 */
import type { GrayPicture } from './gray.ts'

/** Tiles along the longer side: finer follows the letters, coarser misses the edge of a shadow. */
const TILES = 40
/** The gray that this part of a tile's pixels lie below is its paper, whatever is printed on it. */
const PAPER = 0.8
/** Where paper would be darker there is none; dividing would make a picture of the table's grain. */
const DARKEST_PAPER = 64
/** A page whose paper is all lighter needs nothing. */
const WHITE = 235

export function evenLight(picture: GrayPicture): GrayPicture {
  const { width, height, gray } = picture
  const tile = Math.max(16, Math.ceil(Math.max(width, height) / TILES))
  const paper = papers(picture, tile)
  if (paper.shade.every((shade) => shade >= WHITE)) return picture
  const result = new Uint8Array(gray.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      result[at] = Math.min(255, (gray[at]! * 255) / shadeAt(paper, x / tile - 0.5, y / tile - 0.5))
    }
  }
  return { width, height, gray: result }
}

interface Papers {
  readonly columns: number
  readonly rows: number
  readonly shade: Uint8Array
}

function papers({ width, height, gray }: GrayPicture, tile: number): Papers {
  const [columns, rows] = [Math.ceil(width / tile), Math.ceil(height / tile)]
  const shade = new Uint8Array(columns * rows)
  const counts = new Uint32Array(256)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0)
      const [right, bottom] = [Math.min(width, (column + 1) * tile), Math.min(height, (row + 1) * tile)]
      for (let y = row * tile; y < bottom; y += 1) {
        for (let x = column * tile; x < right; x += 1) counts[gray[y * width + x]!]! += 1
      }
      const pixels = (right - column * tile) * (bottom - row * tile)
      shade[row * columns + column] = Math.max(DARKEST_PAPER, quantile(counts, pixels * PAPER))
    }
  }
  return { columns, rows, shade }
}

function quantile(counts: Uint32Array, wanted: number): number {
  let seen = 0
  for (let shade = 0; shade < 256; shade += 1) {
    seen += counts[shade]!
    if (seen >= wanted) return shade
  }
  return 255
}

/** Between the middles of four tiles. */
function shadeAt({ columns, rows, shade }: Papers, x: number, y: number): number {
  const [column, row] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))]
  const [right, below] = [Math.min(columns - 1, column + 1), Math.min(rows - 1, row + 1)]
  const [across, down] = [Math.max(0, x - column), Math.max(0, y - row)]
  const above = shade[row * columns + column]! * (1 - across) + shade[row * columns + right]! * across
  const under = shade[below * columns + column]! * (1 - across) + shade[below * columns + right]! * across
  return above * (1 - down) + under * down
}

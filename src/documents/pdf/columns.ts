/** Text set in two columns, read down the left one first. Tables and forms are left alone. */
import { cellsOf } from './cells.ts'
import { lineOf } from './lines.ts'
import type { Line } from './piece.ts'

/** Fewer lines side by side are a table or a letterhead. */
const MIN_LINES = 6
/** In parts of the page's width. */
const MIN_COLUMN = 0.25
/** Columns of prose are full: the middle line of the left one is nearly as long as the longest. */
const FULL = 0.8

export function inReadingOrder(lines: readonly Line[], pageWidth: number): readonly Line[] {
  const ordered: Line[] = []
  let block: { left: Line; right: Line }[] = []
  const close = () => {
    if (isProse(block)) ordered.push(...block.map(({ left }) => left), ...block.map(({ right }) => right))
    else ordered.push(...block.map(({ left, right }) => lineOf([...left.pieces, ...right.pieces])))
    block = []
  }
  for (const line of lines) {
    const halves = halvesOf(line, pageWidth)
    if (halves !== null && block.every((one) => isBeside(one, halves))) block.push(halves)
    else {
      close()
      if (halves === null) ordered.push(line)
      else block.push(halves)
    }
  }
  close()
  return ordered
}

function halvesOf(line: Line, pageWidth: number): { left: Line; right: Line } | null {
  const [left, right, ...more] = cellsOf(line)
  if (left?.sort !== 'text' || right?.sort !== 'text' || more.length > 0) return null
  if (left.right - left.left < MIN_COLUMN * pageWidth || right.left < 0.4 * pageWidth) return null
  return { left: lineOf(left.pieces), right: lineOf(right.pieces) }
}

function isBeside(one: { left: Line; right: Line }, other: { left: Line; right: Line }): boolean {
  return rightOf(one.left) < leftOf(other.right) && rightOf(other.left) < leftOf(one.right)
}

function isProse(block: readonly { left: Line }[]): boolean {
  if (block.length < MIN_LINES) return false
  const widths = block.map(({ left }) => rightOf(left) - leftOf(left)).sort((a, b) => a - b)
  return (widths[Math.floor(widths.length / 2)] ?? 0) >= FULL * (widths.at(-1) ?? 0)
}

function leftOf({ pieces }: Line): number {
  return pieces[0]?.left ?? 0
}

function rightOf({ pieces }: Line): number {
  return pieces.at(-1)?.right ?? 0
}

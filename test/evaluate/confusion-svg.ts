/** The confusion matrix as a picture: rows are what a mail is, columns what it was called. */
import { INTENTS } from '../../src/domain/labels.ts'

const CELL = 44
const LEFT = 190
const TOP = 180

export function confusionSvg(confusion: readonly (readonly number[])[]): string {
  const width = LEFT + CELL * INTENTS.length + 20
  const height = TOP + CELL * INTENTS.length + 20
  const cells = confusion.flatMap((row, is) => {
    const all = row.reduce((sum, count) => sum + count, 0)
    return row.map((count, called) => cell(count, all, is, called))
  })
  const names = INTENTS.flatMap((intent, at) => {
    const middle = CELL * at + CELL / 2
    return [
      `<text x="${LEFT - 8}" y="${TOP + middle + 4}" text-anchor="end">${intent}</text>`,
      `<text transform="translate(${LEFT + middle + 4} ${TOP - 8}) rotate(-60)">${intent}</text>`,
    ]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="12" y="24" font-size="13">what a mail is (rows), what it was called (columns)</text>`,
    ...cells,
    ...names,
    '</svg>\n',
  ].join('\n')
}

/** As dark as its share of the row; right answers green, wrong ones red. */
function cell(count: number, all: number, is: number, called: number): string {
  const x = LEFT + CELL * called
  const y = TOP + CELL * is
  const share = all === 0 ? 0 : count / all
  const fill = is === called ? '#2a7d4f' : '#c0392b'
  const opacity = count === 0 ? 0 : Math.max(0.12, Math.sqrt(share)).toFixed(2)
  const ink = Number(opacity) > 0.6 ? '#fff' : '#222'
  const number =
    count === 0
      ? ''
      : `<text x="${x + CELL / 2}" y="${y + CELL / 2 + 4}" text-anchor="middle" fill="${ink}">${count}</text>`
  return `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" fill="${fill}" fill-opacity="${opacity}" stroke="#ddd"/>${number}`
}

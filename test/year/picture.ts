/** The year as a picture: cases by stage over time, and below it letters and reminders of each week. */
import type { Stage } from '../../src/domain/casework/standing.ts'
import type { DayCount } from './year.ts'

const [WIDTH, LEFT, RIGHT, TOP] = [940, 52, 190, 44]
const [AREA, GAP, LINES] = [300, 56, 110]
const PLOT = WIDTH - LEFT - RIGHT
const BOTTOM = 34

/** From the foot up: what is over, what is far, what has just begun, what waits for a person. */
const BANDS: readonly (readonly [name: string, fill: string, stages: readonly Stage[]])[] = [
  ['closed', '#c9d1d9', ['closed']],
  ['ready to order', '#2a7d4f', ['ready-to-order']],
  ['executed, filed, approved', '#63b382', ['executed', 'filed', 'approved', 'rejected']],
  ['signed by the CLEC', '#a7d8b9', ['clec-signed']],
  ['draft issued', '#2f6f9f', ['draft-issued']],
  ['way chosen', '#7fb2d6', ['route-chosen']],
  ['received, needs info', '#f0c36d', ['received', 'needs-info']],
  ['needs a person', '#c0392b', ['needs-person']],
]

export function yearSvg(days: readonly DayCount[]): string {
  const height = TOP + AREA + GAP + LINES + BOTTOM
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="12" y="24" font-size="13">cases by stage, ${days.at(0)?.day} to ${days.at(-1)?.day}; below: letters and reminders a week</text>`,
    ...area(days),
    ...weekly(days),
    '</svg>\n',
  ].join('\n')
}

function area(days: readonly DayCount[]): readonly string[] {
  const totals = days.map((day) =>
    sumOf(
      day,
      BANDS.flatMap(([, , stages]) => stages),
    ),
  )
  const most = ceiling(Math.max(1, ...totals))
  const y = (count: number) => TOP + AREA - (AREA * count) / most
  let base = days.map(() => 0)
  const shapes: string[] = []
  const labels: { name: string; fill: string; at: number }[] = []
  for (const [name, fill, stages] of BANDS) {
    const top = days.map((day, at) => (base[at] as number) + sumOf(day, stages))
    const edge = (counts: readonly number[]) => counts.map((count, at) => point(at, days.length, y(count)))
    shapes.push(`<polygon fill="${fill}" points="${[...edge(top), ...edge(base).reverse()].join(' ')}"/>`)
    labels.push({ name, fill, at: y(((top.at(-1) as number) + (base.at(-1) as number)) / 2) })
    base = top
  }
  return [...grid(most, y), ...shapes, ...months(days, TOP, TOP + AREA), ...apart(labels).flatMap(labelled)]
}

function weekly(days: readonly DayCount[]): readonly string[] {
  const weeks = Array.from({ length: Math.floor(days.length / 7) }, (_, at) => days.slice(7 * at, 7 * at + 7))
  const of = (name: 'letters' | 'reminders') => weeks.map((week) => week.reduce((sum, day) => sum + day[name], 0))
  const [letters, reminders] = [of('letters'), of('reminders')]
  const foot = TOP + AREA + GAP + LINES
  const most = ceiling(Math.max(1, ...letters, ...reminders))
  const y = (count: number) => foot - (LINES * count) / most
  const line = (counts: readonly number[], ink: string) => {
    const points = counts.map((count, at) => point(7 * at + 3, days.length, y(count)))
    return `<polyline fill="none" stroke="${ink}" stroke-width="2" stroke-linejoin="round" points="${points.join(' ')}"/>`
  }
  const ends = [
    { name: 'letters a week', fill: '#2f6f9f', at: y(letters.at(-1) ?? 0) },
    { name: 'reminders a week', fill: '#c0392b', at: y(reminders.at(-1) ?? 0) },
  ]
  return [
    ...grid(most, y),
    ...months(days, TOP + AREA + GAP, foot, true),
    line(letters, '#2f6f9f'),
    line(reminders, '#c0392b'),
    ...apart([...ends].sort((one, other) => other.at - one.at)).flatMap(labelled),
  ]
}

function sumOf({ stages }: DayCount, wanted: readonly Stage[]): number {
  return wanted.reduce((sum, stage) => sum + stages[stage], 0)
}

function point(day: number, of: number, y: number): string {
  return `${(LEFT + (PLOT * day) / Math.max(1, of - 1)).toFixed(1)},${y.toFixed(1)}`
}

/** The next of 10, 20, 50, 100, 200 and so on. */
function ceiling(most: number): number {
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(most)))
  return ([1, 1.2, 1.6, 2, 3, 4, 6, 8, 10].find((one) => one * scale >= most) ?? 10) * scale
}

function grid(most: number, y: (count: number) => number): readonly string[] {
  return [0, most / 2, most].flatMap((count) => [
    `<line x1="${LEFT}" x2="${LEFT + PLOT}" y1="${y(count)}" y2="${y(count)}" stroke="#ddd"/>`,
    `<text x="${LEFT - 8}" y="${y(count) + 4}" text-anchor="end" fill="#555">${count}</text>`,
  ])
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Where months begin; named once, at the foot of the picture. */
function months(days: readonly DayCount[], top: number, foot: number, named = false): readonly string[] {
  return days.flatMap(({ day }, at) => {
    if (!day.endsWith('-01')) return []
    const x = LEFT + (PLOT * at) / Math.max(1, days.length - 1)
    const tick = `<line x1="${x}" x2="${x}" y1="${top}" y2="${foot}" stroke="#000" stroke-opacity="0.08"/>`
    const name = `<text x="${x}" y="${foot + 18}" text-anchor="middle" fill="#555">${MONTHS[Number(day.slice(5, 7)) - 1]}</text>`
    return named ? [tick, name] : [tick]
  })
}

interface Label {
  readonly name: string
  readonly fill: string
  readonly at: number
}

const LEAST_APART = 16

/** From the foot up, none over another. */
function apart(labels: readonly Label[]): readonly Label[] {
  let last = Number.POSITIVE_INFINITY
  return labels.map((label) => {
    last = Math.min(label.at, last - LEAST_APART)
    return { ...label, at: last }
  })
}

function labelled({ name, fill, at }: Label): readonly string[] {
  const x = LEFT + PLOT + 10
  return [
    `<rect x="${x}" y="${at - 5}" width="10" height="10" fill="${fill}"/>`,
    `<text x="${x + 15}" y="${at + 4}">${name}</text>`,
  ]
}

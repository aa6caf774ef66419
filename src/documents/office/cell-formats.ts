/** Which number formats of a workbook are dates (ECMA-376 part 1, 18.8), and their serial numbers as ISO 8601. */
import type { Job } from '../job.ts'
import type { Package } from '../zip.ts'
import { walkPart } from './ooxml.ts'

/** What a cell style says of a number. */
export type NumberSort = 'plain' | 'date' | 'time' | 'percent'

/** Built-in formats, 18.8.30; 27 to 36 and 50 to 58 are East Asian dates. */
const BUILT_IN_DATES = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]
const BUILT_IN_TIMES = [18, 19, 20, 21, 32, 33, 45, 46, 47]

/** The sort of each cell style, by its index. */
export async function numberSorts(parts: Package, styles: string, job: Job): Promise<readonly NumberSort[]> {
  const custom = new Map<number, NumberSort>()
  const sorts: NumberSort[] = []
  let isInCells = false
  await walkPart(parts, styles, job, {
    open(name, attribute) {
      if (name === 'numFmt') custom.set(Number(attribute('numFmtId')), sortOf(attribute('formatCode') ?? ''))
      else if (name === 'cellXfs') isInCells = true
      else if (name === 'xf' && isInCells) sorts.push(sortOfId(Number(attribute('numFmtId') ?? '0'), custom))
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return sorts
}

function sortOfId(id: number, custom: ReadonlyMap<number, NumberSort>): NumberSort {
  if (BUILT_IN_DATES.includes(id)) return 'date'
  if (BUILT_IN_TIMES.includes(id)) return 'time'
  if (id === 9 || id === 10) return 'percent'
  return custom.get(id) ?? 'plain'
}

/** By the letters of a format code, quoted words, colours and escapes left out. */
function sortOf(code: string): NumberSort {
  const bare = code.slice(0, 255).replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  if (/[yd]/i.test(bare)) return 'date'
  if (/[hs]/i.test(bare)) return 'time'
  return bare.includes('%') ? 'percent' : 'plain'
}

const DAY_MS = 86_400_000
/** Serial 60 is 29 February 1900, which never was; days before it are counted from one day later. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
/** 31 December 9999. */
const LAST_SERIAL = 2_958_465

/** `45292.5` -> `2024-01-01 12:00`; null where it is no date. */
export function dateOf(serial: number, isFrom1904: boolean): string | null {
  if (!(serial >= 0 && serial <= LAST_SERIAL)) return null
  const early = !isFrom1904 && serial < 60 ? 1 : 0
  const at = new Date((isFrom1904 ? EPOCH_1904 : EPOCH_1900) + Math.round((serial + early) * DAY_MS))
  const [day = '', time = ''] = at.toISOString().split('T')
  return serial % 1 === 0 ? day : `${day} ${time.slice(0, 5)}`
}

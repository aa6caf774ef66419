/**
 * PDF.js unpacks a stream whole, however large it becomes. So every packed stream that is no picture, which is never
 * unpacked here, is first unpacked by itself, under the job's limits and thrown away: natively, within milliseconds.
 */
import { constants, inflateSync } from 'node:zlib'
import type { Job } from '../job.ts'
import { Refusal } from '../refusal.ts'
import { noteActiveNames } from './active-names.ts'

/** Before the word `stream` stands its dictionary (ISO 32000-1, 7.3.8). */
const DICTIONARY_BYTES = 2048

/** A stream of objects (ISO 32000-1, 7.5.7), in which actions may hide. */
const OBJECTS = /\/ObjStm\b/

/** Throws `Refusal` when a stream, or all of them together, unpack to too much. */
export function checkPackedStreams(job: Job): void {
  const { bytes } = job
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    job.checkTime()
    if (bytes.toString('latin1', Math.max(0, at - 3), at) === 'end') continue
    const before = bytes.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at)
    const layers = layersOf(before.slice(before.lastIndexOf('obj')))
    // The data begin behind CR LF or LF.
    let data = bytes.subarray(at + (bytes[at + 6] === 0x0d ? 8 : 7))
    for (let layer = 0; layer < layers; layer += 1) data = unpack(data, job)
    if (layers > 0 && OBJECTS.test(before)) noteActiveNames(data, job)
  }
}

/** How often the stream is deflated, counted from the outside; 0 for pictures and other ways of packing. */
function layersOf(dictionary: string): number {
  if (/\/Subtype\s*\/Image\b/.test(dictionary)) return 0
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1]?.match(/\/\w+/g) ?? []
  const other = filters.findIndex((filter) => filter !== '/FlateDecode' && filter !== '/Fl')
  return other < 0 ? filters.length : other
}

/** '' where it is no deflated data; PDF.js finds out by itself. */
function unpack(data: Buffer, job: Job): Buffer {
  const { memberBytes } = job.limits
  try {
    const unpacked = inflateSync(data, { maxOutputLength: memberBytes, finishFlush: constants.Z_SYNC_FLUSH })
    job.countInflated(unpacked.length)
    return unpacked
  } catch (error) {
    if (error instanceof Refusal) throw error
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Refusal('size-limit', `a part of it unpacks to more than ${memberBytes / (1024 * 1024)} MB`)
    }
    return Buffer.alloc(0)
  }
}

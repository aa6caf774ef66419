/** RTF as Outlook packs it (MS-OXRTFCP): LZ77 over a window of 4 KB that begins with words of every RTF file. */
import type { Job } from '../job.ts'
import { Refusal } from '../refusal.ts'

const WINDOW = 4096
const COMPRESSED = 0x75465a4c
const PLAIN = 0x414c454d
const HEAD = 16

/** MS-OXRTFCP 2.1.3.1, a constant of the format. */
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'

/** Throws `Refusal` when it unpacks to too much or is none. */
export function inflateRtf(data: Buffer, job: Job): Buffer {
  if (data.length < HEAD) throw new Refusal('damaged-file', 'its text is cut')
  // Two bytes stand for 17 at most, whatever the head says.
  const rawSize = Math.min(data.readUInt32LE(4), job.limits.memberBytes, 9 * data.length)
  const kind = data.readUInt32LE(8)
  if (kind === PLAIN) return data.subarray(HEAD, HEAD + rawSize)
  if (kind !== COMPRESSED) throw new Refusal('damaged-file', 'its text is packed in an unknown way')
  return inflate(data, rawSize, job)
}

function inflate(data: Buffer, rawSize: number, job: Job): Buffer {
  job.countInflated(rawSize)
  const window = Buffer.alloc(WINDOW)
  let write = window.write(DICTIONARY, 'latin1')
  const out = Buffer.alloc(rawSize)
  let length = 0
  const put = (byte: number) => {
    if (length === rawSize) return
    out[length++] = byte
    window[write] = byte
    write = (write + 1) % WINDOW
  }
  let at = HEAD
  while (at < data.length && length < rawSize) {
    const control = data[at++] ?? 0
    for (let bit = 0; bit < 8 && at < data.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(data[at++] ?? 0)
        continue
      }
      const pair = ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0)
      at += 2
      const from = pair >> 4
      // A reference to the place that is written next is the end.
      if (from === write) return out.subarray(0, length)
      for (let step = 0; step < (pair & 15) + 2; step += 1) put(window[(from + step) % WINDOW] ?? 0)
    }
  }
  return out.subarray(0, length)
}

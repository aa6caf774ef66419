import type { PictureReader } from '../../ports/picture-reader.ts'
import { createPictureReader } from './picture-reader.ts'

/** Several readers in the background as one: a file goes to the one that has the least to do. Their threads start when first needed. */
export function createPictureReaders(count: number): PictureReader {
  const readers = Array.from({ length: count }, () => ({
    reader: createPictureReader({ isBackground: true }),
    busy: 0,
  }))
  return {
    async recognise(source, ms) {
      const mine = readers.reduce((least, one) => (one.busy < least.busy ? one : least))
      mine.busy += 1
      try {
        return await mine.reader.recognise(source, ms)
      } finally {
        mine.busy -= 1
      }
    },
    async close() {
      await Promise.all(readers.map(({ reader }) => reader.close()))
    },
  }
}

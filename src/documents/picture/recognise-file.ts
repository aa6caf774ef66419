/**
 * Recognises the text of one file, page by page: a picture, a fax of several pages, the pages of a PDF file that are
 * pictures. Never throws because of the bytes; limits and damage are problems. To be run in a thread that may die.
 */

import type { Problem } from '../../domain/mail.ts'
import { Job } from '../job.ts'
import { DOCUMENT_LIMITS, type PictureLimits } from '../limits.ts'
import { Refusal, reasonOf } from '../refusal.ts'
import type { Engine } from './engine.ts'
import { evenLight } from './even-light.ts'
import { freeMemory } from './free-memory.ts'
import { type GrayPicture, grown, shrunk } from './gray.ts'
import { pageText } from './page-text.ts'
import { picturesIn } from './pictures-in.ts'
import type { PageText } from './protocol.ts'
import { recogniseUpright } from './upright.ts'

/** A letter page at 130 dpi. */
const LEAST_PIXELS = 1_600_000

export async function recogniseFile(
  bytes: Buffer,
  limits: PictureLimits,
  engine: () => Promise<Engine>,
  onPage: (page: PageText) => void,
): Promise<readonly Problem[]> {
  const job = new Job({ bytes, mediaType: '', filename: '', limits: { ...DOCUMENT_LIMITS, ...limits } })
  let room = limits.chars
  try {
    for await (const { picture, page: number } of picturesIn(job, limits, engine)) {
      freeMemory()
      const page = { page: number, ...recognisePage(await engine(), picture, limits, room, job) }
      room -= page.text.length
      onPage(page)
      if (room <= 0) throw new Refusal('text-limit', `only its first ${limits.chars} characters are read`)
      job.checkTime()
    }
  } catch (error) {
    if (error instanceof Refusal) job.note(error.code, error.message)
    else job.note('damaged-file', `its picture cannot be read: ${reasonOf(error)}`)
  }
  return job.problems
}

function recognisePage(engine: Engine, picture: GrayPicture, limits: PictureLimits, room: number, job: Job) {
  const even = evenLight(grown(shrunk(picture, limits.pixels), LEAST_PIXELS))
  const { words, width } = recogniseUpright(engine, even, () => job.isLate)
  return pageText(words, width, room)
}

/** winmail.dat of Outlook (MS-OXTNEF): the text of the message, and of the files inside, each under its name. */
import { readInnerFile } from '../inner-file.ts'
import type { Job } from '../job.ts'
import { BODY, type OutlookBody, writeBody } from '../outlook/body.ts'
import { noteFailure } from '../read-document.ts'
import { type TnefMessage, textOf, tnefMessage } from '../tnef/tnef-message.ts'

export async function readTnef(job: Job): Promise<void> {
  const message = tnefMessage(job)
  if (message.files.length > 0) {
    const names = message.files.map(({ filename }) => filename)
    job.sheet.block(`Files: ${names.slice(0, 200).join('; ')}`)
    job.sheet.gap()
  }
  const before = job.sheet.lineCount
  try {
    const from = await writeBody(bodyOf(message), job)
    job.body = { text: job.sheet.text(before), from }
  } catch (error) {
    // The files may be whole.
    noteFailure(job, error)
  }
  job.sheet.gap()
  for (const file of message.files) await readInnerFile(file, job)
}

function bodyOf({ body, properties }: TnefMessage): OutlookBody {
  const property = (id: number) => properties.find((one) => one.id === id)
  return {
    plain: body || textOf(property(BODY.plain)),
    html: property(BODY.html)?.data ?? null,
    rtf: property(BODY.rtf)?.data ?? null,
  }
}

/**
 * Reads documents in a bounded thread, started with the first document. One that breaks the limits costs the thread and
 * its own text, never the mail.
 */
import { boundedThread, ownBuffer } from './bounded-thread.ts'
import type { DocumentText } from './document.ts'
import type { DocumentLimits } from './limits.ts'
import type { DocumentAnswer, DocumentFile, DocumentOrder } from './protocol.ts'

/** One document at a time. */
export interface DocumentThread {
  /**
   * Takes the bytes away: a large file is moved to the thread, not copied. Rejects when the thread does not even
   * start, which is never the document's fault.
   */
  read(file: DocumentFile, limits: DocumentLimits): Promise<DocumentText>
  stop(): Promise<void>
}

export function createDocumentThread({ heapMb }: Pick<DocumentLimits, 'heapMb'>): DocumentThread {
  const entry = './document-worker'
  const thread = boundedThread<DocumentOrder, DocumentAnswer>({
    base: import.meta.url,
    entry,
    heapMb,
    name: 'document reader',
  })
  return {
    async read(file, limits) {
      let document: DocumentText = { text: '', problems: [] }
      const lost = await thread.ask({ ...file, limits }, ownBuffer(file.bytes), limits, (answer) => {
        if (answer.kind === 'read') document = answer.document
        return answer.kind === 'read'
      })
      return lost === null ? document : { text: '', problems: [lost] }
    },
    stop: () => thread.stop(),
  }
}

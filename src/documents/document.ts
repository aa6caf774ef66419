/** What goes into the document reader and what comes out. */
import type { PageStart, Problem } from '../domain/mail.ts'
import type { DocumentLimits } from './limits.ts'

export interface DocumentRequest {
  readonly bytes: Buffer
  /** The type its bytes or its sender tell, in lower case. */
  readonly mediaType: string
  /** As in the mail, without path; '' when it has none. */
  readonly filename: string
  readonly limits: DocumentLimits
}

export interface DocumentText {
  /**
   * LF line ends, capped. Form fields are lines `Label: value`, an empty one `Label: -`; boxes are `[x] label` or
   * `[ ] label`; table rows are `cell | cell`, or `label: value` where a row has two cells. A paragraph of more than
   * one printed line has an empty line behind it. '' when there is no text.
   */
  readonly text: string
  readonly problems: readonly Problem[]
  /** Where its pages begin in `text`; missing where the format, or the file, tells none. */
  readonly pages?: readonly PageStart[]
  /** Some of its pages are pictures; what stands on them is not in `text`. */
  readonly hasPictures?: boolean
  /** Of a file that is a message (winmail.dat): the message alone, which `text` holds too. */
  readonly body?: DocumentBody
}

export interface DocumentBody {
  readonly text: string
  readonly from: 'plain' | 'html'
}

import type { Problem, ProblemCode } from '../domain/mail.ts'
import type { DocumentBody, DocumentRequest } from './document.ts'
import type { DocumentLimits } from './limits.ts'
import { Refusal } from './refusal.ts'
import { TextSheet, tidy } from './text-sheet.ts'

/** One document while it is read: its bytes, its page of text, its problems, and what is left of its limits. */
export class Job {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly filename: string
  readonly limits: DocumentLimits
  readonly sheet: TextSheet
  /** Files around this one; 0 for an attachment itself. */
  readonly depth: number
  readonly isInZip: boolean
  /** Of a file that is a message: its own words, without the files inside. */
  body: DocumentBody | null = null
  private readonly deadline: number
  private readonly inflated: { bytes: number }
  private readonly opened: { files: number }
  private readonly seen: Map<string, Problem>
  private pictures = 0

  constructor(request: DocumentRequest, outer?: Job, isInZip = false) {
    this.bytes = request.bytes
    this.mediaType = request.mediaType
    this.filename = request.filename
    this.limits = request.limits
    this.depth = outer === undefined ? 0 : outer.depth + 1
    this.isInZip = isInZip || outer?.isInZip === true
    this.sheet = outer?.sheet ?? new TextSheet(request.limits.chars)
    this.deadline = outer?.deadline ?? performance.now() + request.limits.ms
    this.inflated = outer?.inflated ?? { bytes: 0 }
    this.opened = outer?.opened ?? { files: 0 }
    this.seen = outer?.seen ?? new Map()
  }

  /** A file inside this one, on the same page and under the same limits. */
  inner(request: Omit<DocumentRequest, 'limits'>, isInZip = false): Job {
    return new Job({ ...request, limits: this.limits }, this, isInZip)
  }

  get isInner(): boolean {
    return this.depth > 0
  }

  /** Whether one more of the files inside, at any depth, may be read. A refusal is noted. */
  mayOpen(filename: string): boolean {
    const { innerDepth, innerFiles } = this.limits
    if (this.depth >= innerDepth) {
      this.note('depth-limit', `${filename} lies more than ${innerDepth} files deep; not opened`)
      return false
    }
    this.opened.files += 1
    if (this.opened.files > innerFiles) this.note('part-limit', `only ${innerFiles} of the files inside are read`)
    return this.opened.files <= innerFiles
  }

  note(code: ProblemCode, detail: string): void {
    // Names and addresses out of the file are among it.
    const said = tidy(this.isInner ? `${this.filename}: ${detail}` : detail)
    if (this.seen.size < this.limits.problems) this.seen.set(`${code} ${said}`, { code, detail: said })
  }

  /** What is written from now on stands on this page. Of a file inside another one no page is told: whose would it be? */
  beginPage(page: number | null): void {
    if (!this.isInner) this.sheet.pages.begin(page, this.sheet.length)
  }

  /** Pages of this file, not of one inside of it, that are pictures. */
  picturePages(count: number): void {
    this.pictures += count
  }

  get hasPictures(): boolean {
    return this.pictures > 0
  }

  has(code: ProblemCode): boolean {
    return this.problems.some((problem) => problem.code === code)
  }

  get problems(): readonly Problem[] {
    return [...this.seen.values()]
  }

  get isLate(): boolean {
    return performance.now() > this.deadline
  }

  /** To be asked between pieces of work. Throws `Refusal`. */
  checkTime(): void {
    if (this.isLate) {
      throw new Refusal('time-limit', `not read to its end within ${(this.limits.ms / 1000).toFixed(1)} s`)
    }
  }

  /** Counts bytes that came out of a packed stream. Throws `Refusal`. */
  countInflated(bytes: number): void {
    this.inflated.bytes += bytes
    if (this.inflated.bytes > this.limits.inflatedBytes) {
      throw new Refusal('size-limit', `unpacks to more than ${this.limits.inflatedBytes / (1024 * 1024)} MB`)
    }
  }
}

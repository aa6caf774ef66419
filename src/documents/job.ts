import type { Problem, ProblemCode } from '../domain/mail.ts'
import type { DocumentRequest } from './document.ts'
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
  /** Whether it lies inside a ZIP file; packages in there stay closed. */
  readonly isInner: boolean
  private readonly deadline: number
  private readonly inflated: { bytes: number }
  private readonly seen: Map<string, Problem>
  private pictures = 0

  constructor(request: DocumentRequest, outer?: Job) {
    this.bytes = request.bytes
    this.mediaType = request.mediaType
    this.filename = request.filename
    this.limits = request.limits
    this.isInner = outer !== undefined
    this.sheet = outer?.sheet ?? new TextSheet(request.limits.chars)
    this.deadline = outer?.deadline ?? performance.now() + request.limits.ms
    this.inflated = outer?.inflated ?? { bytes: 0 }
    this.seen = outer?.seen ?? new Map()
  }

  /** A file inside this one, on the same page and under the same limits. */
  inner(request: Omit<DocumentRequest, 'limits'>): Job {
    return new Job({ ...request, limits: this.limits }, this)
  }

  note(code: ProblemCode, detail: string): void {
    // Names and addresses out of the file are among it.
    const said = tidy(this.isInner ? `${this.filename}: ${detail}` : detail)
    if (this.seen.size < this.limits.problems) this.seen.set(`${code} ${said}`, { code, detail: said })
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

import type { PageStart } from '../domain/mail.ts'

/** A page that holds more than this has run over to another one, or may have. */
const PAGE_CHARS = 3_000

/** Where pages begin in a text that grows. */
export class PageStarts {
  private readonly starts: PageStart[] = []
  private page: number | null = null
  private isTyped = false

  begin(page: number | null, from: number): void {
    // A page without ink has no place in the text.
    if (this.starts.at(-1)?.from === from) this.starts.pop()
    this.starts.push({ page, from })
    this.page = page
  }

  /** The breaks are those that a person typed; where the others fall only the printer knows. */
  onlyTyped(): void {
    this.isTyped = true
  }

  /** The next page; nothing where it is not known which one this is. */
  turn(from: number): void {
    if (this.page !== null) this.begin(this.page + 1, from)
  }

  /** The pages of a text that ends there; none where none is known. */
  until(end: number): readonly PageStart[] {
    const inked = this.starts.filter(({ from }) => from < end)
    const sure = this.isTyped ? untilOverflow(inked, end) : inked
    return sure.some(({ page }) => page !== null) ? sure : []
  }
}

/** A wrong page is worse than none: behind a page that has run over nobody knows the number. */
function untilOverflow(starts: readonly PageStart[], end: number): readonly PageStart[] {
  if (starts.filter(({ page }) => page !== null).length < 2) return []
  const full = starts.findIndex(
    ({ page, from }, at) => page !== null && (starts[at + 1]?.from ?? end) - from > PAGE_CHARS,
  )
  const last = starts[full]
  return last === undefined ? starts : [...starts.slice(0, full + 1), { page: null, from: last.from + PAGE_CHARS }]
}

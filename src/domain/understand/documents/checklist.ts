/**
 * Oregon's checklist that goes with each carrier-to-carrier agreement to its commission (domain 3.6, 4.4): one for each
 * action, an adoption, a new agreement or an amendment, which is ticked.
 */
export interface Checklist {
  /** What is ticked; null: nothing, or more than one. */
  readonly action: 'adoption' | 'new' | 'amendment' | null
  /** Of the agreement that is adopted or amended: `ARB 527`. */
  readonly docket: string | null
  readonly requestingCarrier: string | null
  /** Between whom the agreement is that is adopted. */
  readonly parties: string | null
  /** `base`: the base agreement alone; `named`: with the amendments of these orders. */
  readonly amendments: {
    readonly choice: 'base' | 'named'
    readonly orders: readonly string[]
    readonly line: string
  } | null
}

const TITLE =
  /\bcarrier[- ]to[- ]carrier\s+agreement\s+(?:filing\s+)?checklist\b|\bchecklist\s+for\s+carrier[- ]to[- ]carrier\s+agreements?\b/i
const HEAD = 500
const MARK = /^[^\p{L}\d]*(?:\[\s*[xX✓✔]\s*\]|\(\s*[xX]\s*\)|[☒☑✓✔]|[xX](?=\s+\p{Lu}))\s*/u
const ACTIONS = {
  adoption: /^adoption\b/i,
  new: /^new (?:agreement|negotiated)\b/i,
  amendment: /^amendment\b/i,
} as const
const ORDER = /\b\d{2,4}-\d{3,4}\b/g

export function isChecklist(text: string): boolean {
  return TITLE.test(text.slice(0, HEAD))
}

/** Null: it is no such form. */
export function checklistIn(text: string): Checklist | null {
  if (!isChecklist(text)) return null
  const lines = text.slice(0, 8_000).split('\n')
  const ticked = lines.filter((line) => MARK.test(line)).map((line) => line.replace(MARK, ''))
  const actions = (Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]).filter((one) =>
    ticked.some((line) => ACTIONS[one].test(line)),
  )
  const amendments = amendmentsOf(ticked)
  // Only an adoption is of the base agreement, or of more than it.
  const adopts = actions.length === 0 && amendments !== null
  const action = adopts ? 'adoption' : actions.length === 1 ? (actions[0] ?? null) : null
  const part = action === null ? [] : partOf(action, lines)
  return {
    action,
    docket: docketOf(part) ?? (action === 'adoption' ? docketOf(lines) : null),
    requestingCarrier: fieldOf(/\b(?:requesting|filing|competitive|adopting) carrier\b/i, lines),
    parties: fieldOf(/\bparties to (?:the )?(?:prior|underlying|original|existing)?\s*agreement\b/i, part),
    amendments,
  }
}

/** The lines of one action, up to the next. */
function partOf(action: keyof typeof ACTIONS, lines: readonly string[]): readonly string[] {
  const bare = lines.map((line) => line.replace(/^[^\p{L}]*(?:[xX](?=[\])\s]))?[^\p{L}]*/u, ''))
  const from = bare.findIndex((line) => ACTIONS[action].test(line))
  const others = Object.values(ACTIONS).filter((one) => one !== ACTIONS[action])
  const length = bare.slice(from + 1).findIndex((line) => others.some((one) => one.test(line)))
  return lines.slice(from, length < 0 ? undefined : from + 1 + length)
}

function docketOf(part: readonly string[]): string | null {
  const found = /\bARB[ -]?(\d{2,4}(?:\(\d{1,2}\))?)/.exec(part.join('\n'))
  return found === null ? null : `ARB ${found[1]}`
}

/** Beside its label, or on the line below it. */
function fieldOf(label: RegExp, lines: readonly string[]): string | null {
  const at = lines.findIndex((line) => label.test(line))
  const line = lines[at]
  if (line === undefined) return null
  const beside = line
    .slice(label.exec(line)?.index ?? 0)
    .replace(label, '')
    .replace(/^[\s:|.(s)]+/, '')
    .trim()
  const value = beside !== '' ? beside : (lines[at + 1] ?? '').trim()
  return /\p{L}{2}/u.test(value) ? value.slice(0, 200) : null
}

/** Both ticked, or neither, or amendments without their orders: nothing is chosen (domain T14). */
function amendmentsOf(ticked: readonly string[]): Checklist['amendments'] {
  const base = ticked.find((line) => /\bbase (?:agreement )?(?:only|alone)\b/i.test(line))
  const named = ticked.find((line) => /\bbase (?:agreement )?and\b[^\n]*\bamendments?\b/i.test(line))
  if (base !== undefined && named === undefined) return { choice: 'base', orders: [], line: base.trim() }
  const orders = [...(named?.matchAll(ORDER) ?? [])].map(([number]) => number)
  return named === undefined || base !== undefined || orders.length === 0
    ? null
    : { choice: 'named', orders, line: named.trim() }
}

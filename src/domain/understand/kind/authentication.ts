import type { HeaderField, ReadMail } from '../../mail.ts'
import type { SenderCheck } from '../../sender-check.ts'

/** One method's verdict in an Authentication-Results field (RFC 8601 2.2), in lower case. */
export interface CheckResult {
  readonly method: string
  readonly result: string
  /** `header.from`, `header.d` and the like (RFC 8601 2.2), names and values in lower case. */
  readonly properties: ReadonlyMap<string, string>
}

/** Among the configured names: Exchange Online's fields, which begin with a result and not with the name of a server. */
export const MICROSOFT_365 = 'microsoft-365'

/**
 * What our own server found when it checked the sender. Anybody may write such a field, so only the topmost one counts
 * whose authserv-id is configured (RFC 8601 5 and 7.1); without configuration none does. One without a name counts where
 * that is configured, and only as the topmost of all.
 */
export function trustedResults(
  headers: readonly HeaderField[],
  authservIds: readonly string[],
): readonly CheckResult[] {
  if (authservIds.length === 0) return []
  const trusted = new Set(authservIds.map((id) => id.toLowerCase()))
  const unnamed = trusted.delete(MICROSOFT_365)
  const fields = headers.filter(({ name }) => name === 'authentication-results')
  for (const [place, { value }] of fields.entries()) {
    const [head = '', ...results] = partsOf(value.slice(0, 4000))
    if (unnamed && place === 0 && checkResult(head).length > 0) return [head, ...results].flatMap(checkResult)
    const id = head.trim().split(/\s+/)[0] ?? ''
    if (trusted.has(id.replace(/^"|"$/g, '').toLowerCase())) return results.flatMap(checkResult)
  }
  return []
}

/** What is looked at for checks of the sender. */
export type CheckedMail = Pick<ReadMail, 'headers' | 'checked'>

/** Whether anybody's checks of this mail count; else what it answers must show from whom it is. */
export function isSenderChecked({ checked }: CheckedMail, authservIds: readonly string[]): boolean {
  return authservIds.length > 0 || checked !== undefined
}

/** What our own server found, else what we found ourselves. */
export function checkResults(
  { headers, checked }: CheckedMail,
  authservIds: readonly string[],
): readonly CheckResult[] {
  const trusted = trustedResults(headers, authservIds)
  return trusted.length > 0 || checked === undefined ? trusted : [ownResult(checked)]
}

/** A mail without a signature that holds fails where its domain asks for mistrust; else it is one that nothing speaks for. */
function ownResult({ result, domain, policy }: SenderCheck): CheckResult {
  const fails = result === 'fail' && policy !== 'quarantine' && policy !== 'reject' ? 'none' : result
  return { method: 'dmarc', result: fails, properties: new Map([['header.from', domain]]) }
}

/** Who found what counts. */
export function checkedBy({ headers }: CheckedMail, authservIds: readonly string[]): 'our server' | 'our own check' {
  return trustedResults(headers, authservIds).length > 0 ? 'our server' : 'our own check'
}

/**
 * The checks that failed, as words for the evidence, or null. DMARC fails by itself; without it both SPF and DKIM must
 * be missing or failed, as forwarding breaks the one and mailing lists break the other.
 */
export function failedChecks(mail: CheckedMail, authservIds: readonly string[]): string | null {
  const results = checkResults(mail, authservIds)
  const passed = (method: string) => results.some((one) => one.method === method && one.result === 'pass')
  const failed = (method: string) =>
    results.find((one) => one.method === method && /^(?:hard)?fail$|^softfail$/.test(one.result))
  if (passed('dmarc')) return null
  const dmarc = failed('dmarc')
  if (dmarc !== undefined) return `dmarc=${dmarc.result}`
  const broken = failed('spf') ?? failed('dkim')
  return broken === undefined || passed('spf') || passed('dkim') ? null : `${broken.method}=${broken.result}`
}

/** The parts between semicolons, comments taken out; a semicolon within quotes or a comment is none. */
function partsOf(value: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  let depth = 0
  let quoted = false
  for (let at = 0; at < value.length; at += 1) {
    const char = value[at] ?? ''
    if (char === '\\') at += 1
    else if (quoted || (depth === 0 && char === '"')) {
      if (char === '"') quoted = !quoted
      part += char
    } else if (char === '(') depth += 1
    else if (char === ')') depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (char === ';') {
      parts.push(part)
      part = ''
    } else part += char
  }
  return [...parts, part]
}

/** `method[/version] = result` before any properties; "none" says that nothing was checked. */
function checkResult(part: string): readonly CheckResult[] {
  const match = /^\s*([a-z0-9-]{1,40})(?:\s*\/\s*\d{1,4})?\s*=\s*([a-z]{1,20})\b/i.exec(part)
  if (match === null) return []
  const [, method = '', result = ''] = match
  return [
    {
      method: method.toLowerCase(),
      result: result.toLowerCase(),
      properties: propertiesOf(part.slice(match[0].length)),
    },
  ]
}

/** `ptype.property = value`; of one that is said twice the first counts. */
function propertiesOf(text: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>()
  for (const [, name = '', quoted, bare] of text.matchAll(
    /\b([a-z]{1,20}\.[a-z0-9-]{1,40})\s?=\s?(?:"([^"]{0,400})"|([^\s;"]{1,400}))/gi,
  )) {
    const key = name.toLowerCase()
    if (!properties.has(key)) properties.set(key, (quoted ?? bare ?? '').toLowerCase())
  }
  return properties
}

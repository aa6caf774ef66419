/** Domains that are made to be taken for another: one edit away, letters that look the same, another ending. */
import { decodePunycode } from './punycode.ts'

export interface LookAlike {
  /** The known domain that it looks like. */
  readonly like: string
  readonly why: 'letters that look alike' | 'one letter away' | 'another ending' | 'a known domain within another'
}

/** Shorter names are one letter away from everything. */
const SHORTEST = 5

export function lookAlikeOf(domain: string, known: readonly string[]): LookAlike | null {
  const [sender, domains] = [tidy(domain), [...new Set(known.map(tidy))].filter((one) => one !== '')]
  if (
    sender === '' ||
    domains.some((one) => sender === one || sender.endsWith(`.${one}`) || one.endsWith(`.${sender}`))
  )
    return null
  for (const like of domains) {
    const why = whyAlike(sender, like)
    if (why !== null) return { like, why }
  }
  return null
}

function whyAlike(sender: string, like: string): LookAlike['why'] | null {
  if (sender.startsWith(`${like}.`) || sender.startsWith(`${like.replaceAll('.', '-')}.`))
    return 'a known domain within another'
  if (shape(sender) === shape(like)) return 'letters that look alike'
  const [own, other] = [nameOf(sender), nameOf(like)]
  if (own.name === other.name && own.ending !== other.ending && own.name.length >= 3) return 'another ending'
  if (shape(own.name) === shape(other.name) && other.name.length >= SHORTEST) return 'letters that look alike'
  if (other.name.length >= SHORTEST && isOneEditAway(own.name, other.name)) return 'one letter away'
  return null
}

/** The registered name and what it is registered under; of two short last labels (`co.uk`) both are the ending. */
function nameOf(domain: string): { readonly name: string; readonly ending: string } {
  const labels = domain.split('.')
  const last = labels.at(-2) ?? ''
  const length =
    labels.length > 2 && /^(?:co|com|net|org|gov|ac|edu|ne|or)$/.test(last) && (labels.at(-1) ?? '').length === 2
      ? 2
      : 1
  return { name: labels.at(-1 - length) ?? '', ending: labels.slice(-length).join('.') }
}

/** The registered domain: what one owner holds. */
export function registeredDomain(domain: string): string {
  const { name, ending } = nameOf(tidy(domain))
  return name === '' ? ending : `${name}.${ending}`
}

function tidy(domain: string): string {
  return domain.trim().toLowerCase().replace(/\.$/, '').slice(0, 253)
}

/** One letter put in, left out, changed, or two neighbours changed over. */
function isOneEditAway(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  let from = 0
  while (from < Math.min(one.length, other.length) && one[from] === other[from]) from += 1
  const [a, b] = [one.slice(from), other.slice(from)]
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  )
}

/** What the eye sees: foreign letters as Latin ones, digits as letters, pairs that run together, no hyphens. */
function shape(domain: string): string {
  return domain
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label))
    .join('.')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\u0000-\u007f]/gu, (char) => FOREIGN[char] ?? char)
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd')
    .replace(/0/g, 'o')
    .replace(/[1i|]/g, 'l')
    .replace(/5/g, 's')
    .replace(/-/g, '')
}

/** Letters of other scripts that look like ours (Unicode TR 39, the ones that domains are made of). */
const FOREIGN: Readonly<Record<string, string>> = {
  ...{ а: 'a', с: 'c', ԁ: 'd', е: 'e', һ: 'h', і: 'i', ј: 'j', ӏ: 'l', о: 'o', р: 'p', ԛ: 'q', ѕ: 's', у: 'y' },
  ...{ х: 'x', ԝ: 'w', к: 'k', м: 'm', н: 'h', т: 't', в: 'b', г: 'r', п: 'n' },
  ...{ α: 'a', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', γ: 'y', η: 'n', ω: 'w' },
  ...{ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŧ: 't', ɑ: 'a', ɡ: 'g', ß: 'b', æ: 'ae', œ: 'oe' },
  ...{ օ: 'o', ո: 'n', ս: 'u', հ: 'h', ց: 'g', զ: 'q' },
}

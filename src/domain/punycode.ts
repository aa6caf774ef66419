/** Punycode (RFC 3492 6.2): how letters beyond ASCII are written in a domain. */

const [BASE, TMIN, TMAX, SKEW, DAMP, BIAS, FIRST] = [36, 1, 26, 38, 700, 72, 128] as const

/** The label behind `xn--`, decoded; null when it is malformed. */
export function decodePunycode(label: string): string | null {
  if (label.length > 63 || /[^\u0000-\u007f]/.test(label)) return null
  const mark = label.lastIndexOf('-')
  const points = mark < 0 ? [] : [...label.slice(0, mark)].map((char) => char.charCodeAt(0))
  let [code, at, bias]: [number, number, number] = [FIRST, 0, BIAS]
  for (let next = mark + 1; next < label.length; ) {
    const before = at
    let weight = 1
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(next))
      if (digit === null) return null
      next += 1
      at += digit * weight
      const limit = k <= bias ? TMIN : k >= bias + TMAX ? TMAX : k - bias
      if (digit < limit) break
      weight *= BASE - limit
      if (weight > 0x7fffffff) return null
    }
    const length = points.length + 1
    bias = adapted(at - before, length, before === 0)
    code += Math.floor(at / length)
    at %= length
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null
    points.splice(at, 0, code)
    at += 1
  }
  return String.fromCodePoint(...points)
}

function digitOf(char: number): number | null {
  if (char >= 0x30 && char <= 0x39) return char - 0x30 + 26
  const lower = char | 0x20
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x61 : null
}

function adapted(change: number, length: number, isFirst: boolean): number {
  let delta = isFirst ? Math.floor(change / DAMP) : change >> 1
  delta += Math.floor(delta / length)
  let k = 0
  for (; delta > ((BASE - TMIN) * TMAX) >> 1; k += BASE) delta = Math.floor(delta / (BASE - TMIN))
  return k + Math.floor(((BASE - TMIN + 1) * delta) / (delta + SKEW))
}

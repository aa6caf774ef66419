/** Boxes that office programs draw with symbol fonts; other symbols say nothing to a reader of text. */
const TICKED: Readonly<Record<string, readonly number[]>> = {
  wingdings: [0x78, 0xfd, 0xfe, 0x54],
  'wingdings 2': [0x51, 0x52, 0x53, 0x54],
  'ms gothic': [0x2611, 0x2612],
  'segoe ui symbol': [0x2611, 0x2612],
}
const EMPTY: Readonly<Record<string, readonly number[]>> = {
  wingdings: [0x6f, 0x70, 0x71, 0x72, 0xa8],
  'wingdings 2': [0x2a, 0x30, 0xa3],
  'ms gothic': [0x2610],
  'segoe ui symbol': [0x2610],
}

/** `char` in hex; symbol fonts live at U+F000 and above. */
export function symbol(char: string, font: string): string {
  const code = Number.parseInt(char, 16) || 0
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  const name = font.toLowerCase()
  if (TICKED[name]?.includes(place)) return '[x] '
  if (EMPTY[name]?.includes(place)) return '[ ] '
  if (code === 0x2611 || code === 0x2612) return '[x] '
  return code === 0x2610 ? '[ ] ' : ''
}

/** Windows code pages by number, as WHATWG encodings; western where it is unknown. */
const LABELS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}

export function decoderOf(codePage: number): (bytes: Uint8Array) => string {
  const label = LABELS[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252')
  const decoder = new TextDecoder(label)
  return (bytes) => decoder.decode(bytes)
}

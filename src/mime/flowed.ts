/**
 * format=flowed (RFC 3676 4.4): lines that end in a space go on in the next line of the same quote depth. Linear; the
 * library's decoder is not on large mails.
 */

interface Paragraph {
  readonly depth: number
  readonly pieces: string[]
}

/** `deleteSpace`: the DelSp parameter, the space at the end was added by the sender. Takes and gives LF line ends. */
export function unflow(text: string, deleteSpace: boolean): string {
  const paragraphs: string[] = []
  let open: Paragraph | null = null
  for (const raw of text.split('\n')) {
    const depth = quoteDepth(raw)
    const line = unstuff(raw.slice(depth))
    const isSignature = line === '-- '
    const flows = line.endsWith(' ') && !isSignature
    if (open && (open.depth !== depth || isSignature)) {
      paragraphs.push(joined(open))
      open = null
    }
    open ??= { depth, pieces: [] }
    open.pieces.push(flows && deleteSpace ? line.slice(0, -1) : line)
    if (flows) continue
    paragraphs.push(joined(open))
    open = null
  }
  if (open) paragraphs.push(joined(open))
  return paragraphs.join('\n')
}

function joined({ depth, pieces }: Paragraph): string {
  const text = pieces.join('')
  return depth === 0 ? text : `${'>'.repeat(depth)} ${text}`
}

function quoteDepth(line: string): number {
  let depth = 0
  while (line[depth] === '>') depth += 1
  return depth
}

function unstuff(line: string): string {
  return line.startsWith(' ') ? line.slice(1) : line
}

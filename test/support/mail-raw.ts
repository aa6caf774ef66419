/** The bytes of a mail out of its header lines and its text. */
import { createHash } from 'node:crypto'

export function plain(header: readonly string[], text: string): Buffer {
  return joined([...header, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', text])
}

export function alternative(header: readonly string[], text: string): Buffer {
  const html = `<html><body><p>${text.replace(/\n\n/g, '</p><p>').replace(/\n/g, '<br>')}</p></body></html>`
  return multipart('alternative', header, [
    ['Content-Type: text/plain; charset=utf-8', '', text],
    ['Content-Type: text/html; charset=utf-8', '', html],
  ])
}

export function withFile(name: string) {
  return (header: readonly string[], text: string): Buffer => {
    const content = `%PDF-1.4\n% ${header.join(' ')}\n${'0 0 m 612 792 l S\n'.repeat(600)}%%EOF\n`
    const base64 = Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n')
    return multipart('mixed', header, [
      ['Content-Type: text/plain; charset=utf-8', '', text],
      [
        `Content-Type: application/pdf; name="${name}.pdf"`,
        'Content-Transfer-Encoding: base64',
        `Content-Disposition: attachment; filename="${name}.pdf"`,
        '',
        base64,
      ],
    ])
  }
}

function multipart(sort: string, header: readonly string[], parts: readonly (readonly string[])[]): Buffer {
  const boundary = `=_${createHash('sha256').update(header.join()).digest('hex').slice(0, 24)}`
  const body = parts.flatMap((part) => [`--${boundary}`, ...part])
  const type = `Content-Type: multipart/${sort}; boundary="${boundary}"`
  return joined([...header, 'MIME-Version: 1.0', type, '', ...body, `--${boundary}--`])
}

/** Lines with the line ends of mail. */
export function joined(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join('\n').replace(/\r?\n/g, '\r\n')}\r\n`, 'utf8')
}

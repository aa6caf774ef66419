/** The mails of a talk as bytes. */
import { pdf } from '../../documents/build/pdf.ts'
import { grayImage } from '../../documents/build/picture.ts'
import { mail as rawMail } from '../../mime/mails.ts'
import { DESK, type Desk } from '../desk.ts'
import type { Attached, SketchedMail } from './parse.ts'

export function rawOf(desk: Desk, sketch: SketchedMail, number: number): Buffer {
  const address = /<([^>]+)>/.exec(sketch.from)?.[1] ?? sketch.from
  const ours = sketch.reply === 'no' ? undefined : letterTo(desk, address)
  if (sketch.reply !== 'no' && ours === undefined) throw new Error(`there is no letter to ${address} to answer`)
  const head = [
    `From: ${sketch.from}`,
    `To: ${DESK}`,
    `Subject: ${sketch.subject || (ours ? ours.subject : '')}`,
    ...defaults(sketch, [
      ['Date', new Date(desk.now).toUTCString()],
      ['Message-ID', `<${number}.${desk.now}@${address.split('@')[1]}>`],
    ]),
    ...(ours ? [`In-Reply-To: ${ours.reply.messageId}`, `References: ${ours.reply.messageId}`] : []),
    ...sketch.headers,
    'MIME-Version: 1.0',
  ]
  const quoted = sketch.reply === 'quoting' && ours ? ['', ...quotationOf(ours.at, ours.text)] : []
  const lines = [...sketch.lines, ...quoted]
  if (sketch.files.length === 0) return rawMail(...head, '', ...lines, '')
  return rawMail(
    ...head,
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    ...['--b', '', ...lines],
    ...sketch.files.flatMap((file) => ['--b', ...partOf(file)]),
    '--b--',
    '',
  )
}

/** What the talk does not say itself. */
function defaults({ headers }: SketchedMail, fields: readonly (readonly [string, string])[]): readonly string[] {
  const isSaid = (name: string) => headers.some((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return fields.filter(([name]) => !isSaid(name)).map(([name, value]) => `${name}: ${value}`)
}

/** What a machine reads in scans. */
export function recognisedIn({ files }: SketchedMail): ReadonlyMap<string, string> {
  return new Map(files.filter(({ scan }) => scan).map(({ name, lines }) => [name, lines.join('\n')]))
}

/** The newest of ours to this address, be it of the desk or not. */
function letterTo(desk: Desk, address: string) {
  const all = [...desk.letters, ...desk.staffLetters].filter((one) => one.to === address)
  return all.sort((one, other) => one.at - other.at).at(-1)
}

function quotationOf(at: number, text: string): readonly string[] {
  const lines = text.trimEnd().split('\n')
  return [`On ${new Date(at).toUTCString()}, ${DESK} wrote:`, ...lines.map((line) => `> ${line}`)]
}

function partOf({ name, lines, scan }: Attached): readonly string[] {
  const kind = scan ? 'application/pdf' : 'text/plain; charset=utf-8'
  const head = [
    `Content-Type: ${kind}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    ...(scan ? ['Content-Transfer-Encoding: base64'] : []),
    '',
  ]
  return scan
    ? [
        ...head,
        ...(scannedPdf(name)
          .toString('base64')
          .match(/.{1,76}/g) ?? []),
      ]
    : [...head, ...lines]
}

/** RFC 3464, as mail servers write it. */
export function bounceOf(desk: Desk, address: string): Buffer {
  const letter = desk.letters.filter((one) => one.to === address).at(-1)
  if (letter === undefined) throw new Error(`there is no letter to ${address} that could come back`)
  return rawMail(
    'From: Mail Delivery System <MAILER-DAEMON@mx.carrier.example>',
    `To: ${letter.reply.returnPath}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${new Date(desk.now).toUTCString()}`,
    `Message-ID: <bounce.${desk.now}@mx.carrier.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
    '',
    ...['--r', '', 'I could not deliver your message.', ''],
    ...['--r', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.carrier.example', ''],
    ...[`Final-Recipient: rfc822; ${address}`, 'Action: failed', 'Status: 5.1.1', ''],
    ...['--r', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${letter.reply.messageId}`, ''],
    '--r--',
    '',
  )
}

/** A page that is one picture, as scanners make them. */
function scannedPdf(name: string): Buffer {
  const [width, height] = [340, 440]
  const gray = new Uint8Array(width * height).fill(240)
  const content = Buffer.from('q 612 0 0 792 0 0 cm /Im0 Do Q')
  return pdf([{ images: [grayImage({ width, height, gray })], content }], { catalog: `/Title (${name})` })
}

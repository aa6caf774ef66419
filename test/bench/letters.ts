/** Ordinary mails for measuring: 8 KB, text and HTML, each from another carrier. */
const STATES = ['Colorado', 'Utah', 'Idaho', 'Oregon', 'Washington', 'Minnesota', 'Arizona', 'Nebraska']
const WORDS = 'Juniper Cedar Willow Aspen Birch Maple Laurel Sumac Alder Hazel Larch Rowan Spruce'.split(' ')

/** Each its own, for two thousand and more: three words as companies have them. */
function companyOf(number: number): string {
  const word = (at: number) => WORDS[Math.floor(number / WORDS.length ** at) % WORDS.length]
  return `${word(0)} ${word(1)} ${word(2)} Fiber, LLC`
}

const FILLER =
  'We operate our own switch and interconnect at the tandem; forecasts and the point of interconnection follow later. '

export function letter(number: number, to: string, mark = 'bench'): Buffer {
  const domain = `carrier-${mark}-${number}.example`
  const state = STATES[number % STATES.length]
  const company = companyOf(number)
  const text = [
    'Dear team,',
    '',
    `${company} formally requests to negotiate an interconnection agreement under Sections 251 and 252 for ${state}.`,
    'Please assign a negotiator and let us know what you need from us.',
    '',
    FILLER.repeat(20),
    '',
    'Robin Vale',
    `Director of Carrier Relations, ${company}`,
    '+1 303 555 0142',
  ].join('\r\n')
  const html = `<html><body><p>${text.split('\r\n').join('</p>\r\n<p>')}</p></body></html>`
  const boundary = `part-${mark}-${number}`
  const lines = [
    `Return-Path: <robin@${domain}>`,
    `Received: from mail.${domain} by mx.ilec.example with ESMTPS; Mon, 02 Mar 2026 09:00:00 -0700`,
    `From: Robin Vale <robin@${domain}>`,
    `To: Interconnection Agreements <${to}>`,
    `Subject: Request to negotiate, ${company}, ${state}`,
    'Date: Mon, 02 Mar 2026 09:00:00 -0700',
    `Message-ID: <${mark}-${number}-${'x'.repeat(8)}@${domain}>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    `--${boundary}`,
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    `--${boundary}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

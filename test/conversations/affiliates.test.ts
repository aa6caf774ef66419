/** Two companies that belong together: a mail's word opens a question, a person records it, and their cases stay apart. */
import { expect, test } from 'vitest'
import { mail } from '../mime/mails.ts'
import { DESK, type Desk, openDesk } from './desk.ts'

const BIGFORK = 'Bigfork Holdings, Inc.'

const CY = { name: 'Cy Old', email: 'cy@carrier.example', states: [], manager: false }
const openedDesk = () => openDesk({ settings: { staff: [CY] } })

function letterOf(from: string, id: string, subject: string, text: readonly string[], more: readonly string[] = []) {
  return mail(
    `From: ${from}`,
    `To: ${DESK}`,
    `Subject: ${subject}`,
    'Date: Mon, 2 Mar 2026 09:00:00 -0700',
    `Message-ID: <${id}@x.example>`,
    ...more,
    ...(more.length === 0 ? [''] : []),
    ...text,
    '',
  )
}

const PAULA = 'Paula Writer <paula@acmefiber.example>'
const BEN = 'Ben Oak <ben@bigfork.example>'

function request(from: string, company: string, says = ''): Buffer {
  return letterOf(from, company.slice(0, 4), 'Interconnection agreement', [
    `${company} requests to negotiate an interconnection agreement for the state of Colorado.`,
    says,
    `${/[^<]+/.exec(from)?.[0]}`,
    company,
  ])
}

/** A certificate in the thread of the last letter to Paula. */
function certificate(desk: Desk): Buffer {
  const { reply, subject } = desk.letters.findLast(({ to }) => to.startsWith('paula')) as Desk['letters'][number]
  const head = [
    `In-Reply-To: ${reply.messageId}`,
    `References: ${reply.messageId}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    '',
  ]
  const file = [
    '--b',
    'Content-Type: application/pdf; name="certificate.pdf"',
    'Content-Disposition: attachment; filename="certificate.pdf"',
    '',
    '%PDF-1.7',
    '--b--',
  ]
  return letterOf(PAULA, 'c', `Re: ${subject}`, ['Attached is our certificate for Colorado.', ...file], head)
}

const TEXT = `PUBLIC UTILITIES COMMISSION OF THE STATE OF COLORADO
CERTIFICATE OF PUBLIC CONVENIENCE AND NECESSITY
Issued to ${BIGFORK}
It is granted a certificate to provide local exchange service.`
const SCANNED = new Map([['certificate.pdf', TEXT]])

const tasks = (desk: Desk, sort: string) => desk.tasks.filter((one) => one.sort === sort).map((one) => one.sentence)

test('what a mail says of an affiliate is a question, asked once and settled by a person', async () => {
  const desk = openedDesk()
  await desk.receive(request(PAULA, 'Acme Fiber, LLC', `Our parent, ${BIGFORK}, is to have copies of everything.`))
  const [ref = ''] = desk.cases.map(({ file }) => file.ref)
  expect(tasks(desk, 'affiliate')).toEqual([
    expect.stringContaining(`are Acme Fiber, LLC and ${BIGFORK} affiliates? It says: "Our parent, ${BIGFORK}`),
  ])
  const [said] = await desk.order(`${ref} affiliate of ${BIGFORK}`)
  expect(said).toContain(`${BIGFORK} is recorded as an affiliate of Acme Fiber, LLC. Their cases stay apart.`)
  expect(await desk.order(`${ref} affiliate of ${BIGFORK}`)).toEqual([expect.stringContaining('already')])
  const number = /"undo (\d+)"/.exec(said ?? '')?.[1]
  expect(await desk.order(`undo ${number}`)).toEqual([expect.stringContaining('was taken back')])
  expect(await desk.order(`${ref} affiliate of ${BIGFORK}`)).toEqual([expect.stringContaining('is recorded')])
})

test.each([true, false])(
  'a paper of a company that is recorded as an affiliate (%s) is asked about by that',
  async (isRecorded) => {
    const desk = openedDesk()
    await desk.receive(request(PAULA, 'Acme Fiber, LLC'))
    if (isRecorded) await desk.order(`${desk.cases[0]?.file.ref} affiliate of ${BIGFORK}`)
    const { letter } = await desk.receive(certificate(desk), undefined, SCANNED)
    const named = `certificate.pdf names ${BIGFORK}; the request names Acme Fiber, LLC.`
    const kin = `${BIGFORK} is recorded as an affiliate of Acme Fiber, LLC.`
    const [question = ''] = tasks(desk, 'entity')
    expect([question.includes(named), question.includes(kin)]).toEqual([true, isRecorded])
    expect(letter?.text).toContain('certificate.pdf')
    expect(letter?.text).not.toContain('affiliate')
  },
)

test('who asks where it stands never hears of the cases of an affiliate', async () => {
  const desk = openedDesk()
  await desk.receive(request(PAULA, 'Acme Fiber, LLC'))
  await desk.receive(request(BEN, BIGFORK))
  const [acme = '', bigfork = ''] = desk.cases.map(({ file }) => file.ref)
  await desk.order(`${acme} affiliate of ${BIGFORK}`)
  const { letter } = await desk.receive(
    letterOf(PAULA, 's', 'STATUS', [
      `What is the status of the requests of Acme Fiber, LLC and ${BIGFORK} for Colorado?`,
      '',
      'Paula Writer',
    ]),
  )
  expect(letter?.text).toContain(acme)
  expect(letter?.text).not.toContain(bigfork)
  expect(desk.cases).toHaveLength(2)
})

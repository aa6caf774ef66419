import * as W from '/work/year/test/year/phrases.ts'
import * as P from '/work/year/test/year/papers.ts'
import { drawCarrier } from '/work/year/test/year/carriers.ts'
import { chance } from '/work/year/test/support/chance.ts'
import { understand } from '/work/year/src/domain/understand/understand.ts'
import { shippedModel } from '/work/year/src/learning/shipped.ts'
import { createMailReader } from '/work/year/src/mime/reader-pool.ts'
import { readerLimits } from '/work/year/src/compose/reader-limits.ts'
import { loadSettings } from '/work/year/src/config/config.ts'
import { Readable } from 'node:stream'
import { rawMail } from '/work/year/test/year/mail.ts'
const model = shippedModel()
const limits = readerLimits(loadSettings({ env: {}, cwd: '/tmp' }).limits)
const reader = createMailReader({ workers: 1, limits, archiveDirectory: null })
const c = drawCarrier(chance(1), 3)
const about = { carrier: c, states: ['UT'] }
const five = { carrier: c, states: ['UT','OR','WA','AZ','ID'] }
const all: [string, W.Wording, P.Paper[]][] = [
 ['template', W.templateRequest(about), [P.requestForm(c, ['UT'], 'template', 'docx')]],
 ['template pdf', W.templateRequest(about), [P.requestForm(c, ['UT'], 'template', 'pdf')]],
 ['negotiate', W.negotiateRequest(about), [P.requestForm(c, ['UT'], 'negotiate', 'pdf')]],
 ['five', W.fiveStatesRequest(five), [P.requestForm(c, five.states, 'template', 'docx')]],
 ['tariff', W.tariffElection({carrier:c,states:['CO']}), [P.requestForm(c, ['CO'], 'tariff', 'docx')]],
 ['commercial', W.commercialRequest(about), [P.requestForm(c, ['UT'], 'commercial', 'docx')]],
 ['resale', W.resaleRequest({carrier:c,states:['IA']}), [P.requestForm(c, ['IA'], 'template', 'docx')]],
 ['optin', W.optInRequest(about, 'Cedar Partners, Inc.', '20-049-12'), [P.requestForm(c, ['UT'], 'opt-in', 'docx')]],
 ['amend', W.amendmentsAnswer(about), []],
 ['sold', W.soldRequest({carrier:c,states:['TX']}), [P.requestForm(c, ['TX'], 'template', 'docx')]],
 ['qpack', W.questionnairePack(about), [P.questionnaire(c), P.certificate(c.company, 'UT'), P.ocnLetter(c), P.taxForm(c)]],
 ['qonly', W.questionnaireOnly(about), [P.questionnaire(c), P.ocnLetter(c), P.taxForm(c)]],
 ['cert', W.certificateMail(about), [P.certificate(c.company, 'UT')]],
 ['signed', W.signed(about, 'CDS-260301-0001'), [P.signedPages(c, 'CDS-260301-0001')]],
 ['redlines', W.redlines(about), [P.redline(c)]],
 ['early', W.earlyOrdering(about, 'CDS-260301-0001'), []],
 ['eolasigned', W.earlyOrderingSigned(about, 'CDS-260301-0001'), [P.earlyOrderingLetter(c, 'CDS-260301-0001')]],
 ['status', W.status(about), []],
 ['thanks', W.thanks, []],
 ['withdraw', W.withdrawal(about), []],
 ['startup', W.startUpPack({carrier:c,states:['FL']}), [...P.startUpForms(c), P.certificate(c.company,'FL'), P.ocnLetter(c)]],
 ['lawyer', W.lawyersRequest(about), [P.requestForm(c, ['UT'], 'template', 'docx')]],
 ['agency', W.agency(about), [P.agencyLetter(c.company, 'Paula Vance', 'Vance & Hale PLLC')]],
 ['swc', W.signedWithCertificate(about, 'CDS-260301-0001'), [P.signedPages(c, 'CDS-260301-0001'), P.certificate(c.company, 'UT')]],
 ['resp', W.responder, []],
 ['murky', W.murky, []],
]

import { DESK } from '/work/year/test/year/system.ts'
const luck = chance(77)
const only = process.argv[2] ?? ''
for (const [name, wording, papers] of all.filter(([n]) => n.includes(only))) for (const [at, [subject, text]] of wording.entries()) {
  const seen = new Map<string, number>()
  for (let i = 0; i < 8; i++) {
    const g = luck.pick(['Hello', 'Good morning', 'Dear Interconnection team', 'Dear team'])
    const close = luck.pick(['Regards', 'Best regards', 'Sincerely'])
    const title = luck.pick(['Director of Carrier Relations', 'Office Manager', 'Regulatory Manager', 'President'])
    const re = i % 2 === 1
    const raw = rawMail({ from: {name: c.person, address: c.address}, to: DESK, subject: re || subject === '' ? luck.pick(['Re: Agreement request - Prairie Networks, L.L.C. - Utah [CLEC-2026-00001]', 'Re: Prairie Networks, L.L.C.: adoption of the Monument Telecom, LLC agreement, Utah [CLEC-2026-00001]', 'Re: Prairie Networks, L.L.C.: request form and template agreement, Utah [CLEC-2026-00001]']) : subject, text: `${g},\n\n${text}\n\n${close},\n${c.person}\n${title}, ${c.company}\n${c.phone}\n`, at: new Date(), messageId: '<a@b>', papers, answers: re ? '<x@carrier.example>' : null })
    const u = understand(((await reader.read({ bytes: raw })) as any).mail, { ownAddresses: [DESK], authservIds: [], model })
    const doubt = u.evidence.some((e: any) => e.for === 'maybe-machine') ? 'DOUBT ' : ''
    const key = `${u.kind} ${u.abstained ? 'ABST ' : ''}${doubt}${u.intents.map(i => i.intent).join(',')} ${u.path} ${u.states.join()}`
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  console.log(name.padEnd(12), at, [...seen].map(([k, n]) => `${n}x ${k}`).join(' | '))
}
await reader.close()

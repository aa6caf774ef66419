/** Senders and recipients: to be answered to the wrong place, or to be taken for somebody else. */
import { type HostileClass, headed, repeated } from './hostile-class.ts'

const OURS = 'intagree@carrier.example'
/** The Cyrillic letter that looks like a Latin one. */
const CYRILLIC_A = '\u0430'

export const PEOPLE: readonly HostileClass[] = [
  {
    name: '50,000 recipients',
    tries: 'a list of addresses that is kept and answered',
    mail: () => headed({ Cc: 'a@b.test, '.repeat(50_000) }),
    says: ['header-limit'],
    detail: 'cc: ',
    finds: 'Acme Fiber',
  },
  {
    name: '3,000 recipients in 30 fields',
    tries: 'the same in pieces',
    mail: () =>
      Buffer.concat([
        Buffer.from(
          repeated(30, (at) => `To: ${repeated(100, (one) => `p${at}-${one}@x.example`).join(', ')}\r\n`).join(''),
        ),
        headed({ To: null }),
      ]),
    says: ['header-limit', 'repeated-header'],
    finds: 'Acme Fiber',
  },
  {
    name: 'Reply-To to ourselves',
    tries: 'we answer ourselves for ever',
    mail: () => headed({ 'Reply-To': OURS }),
    says: [],
  },
  {
    name: 'From ourselves',
    tries: 'the same from the other side',
    mail: () => headed({ From: `Desk <${OURS}>` }),
    says: [],
    silent: true,
  },
  {
    name: 'From our return path',
    tries: 'the same with a sub-address',
    mail: () =>
      headed({ From: `Desk <INTAGREE+m17-abcdef@carrier.example>`, 'Reply-To': 'intagree+x@Carrier.Example' }),
    says: [],
    silent: true,
  },
  {
    name: 'a mailer daemon that asks',
    tries: 'an answer to a bounce',
    mail: () => headed({ From: 'MAILER-DAEMON@mx.example', 'Return-Path': '<>' }),
    says: [],
    silent: true,
  },
  {
    name: 'an automatic answer that asks',
    tries: 'two programs that answer each other (RFC 3834)',
    mail: () => headed({ 'Auto-Submitted': 'auto-replied' }),
    says: [],
    silent: true,
  },
  {
    name: 'an address with a line end',
    tries: 'a second recipient in SMTP',
    mail: () =>
      headed({ From: '"a" <ann@acme.example\r\n RCPT TO:<x@evil.example>>', 'Reply-To': '<"x\r\n y"@evil.example>' }),
    answers: 'x@evil.example',
    says: [],
  },
  {
    name: 'an address with a control in it',
    tries: 'an answer to another address than the one that is written (found by the fuzzer)',
    mail: () => headed({ From: 'Ann <ann@acme.ex\u000fample>' }),
    says: [],
    silent: true,
  },
  {
    name: 'an address in other letters',
    tries: 'a header of ours that is not ASCII (RFC 6531; found by the fuzzer)',
    mail: () => headed({ From: 'Ann <\u00e4nn@acme.example>' }),
    says: [],
    silent: true,
  },
  {
    name: 'a domain that looks like a known one',
    tries: `${CYRILLIC_A}cme.example with a Cyrillic letter, as xn--`,
    mail: () => headed({ From: 'Ann Lee <ann@xn--cme-7cd.example>', 'Message-ID': '<2@xn--cme-7cd.example>' }),
    answers: 'ann@xn--cme-7cd.example',
    says: [],
  },
  {
    name: 'the same domain in letters',
    tries: 'UTF-8 in an address (RFC 6532)',
    mail: () => headed({ From: `Ann Lee <ann@${CYRILLIC_A}cme.example>`, 'Message-ID': '<3@evil.example>' }),
    answers: 'ann@\u0430cme.example',
    says: [],
  },
  {
    name: 'a name that is an address',
    tries: 'show another sender than the one who is answered',
    mail: () => headed({ From: '"ann@acme.example" <eve@evil.example>' }),
    answers: 'eve@evil.example',
    says: [],
  },
  {
    name: 'a name with direction marks',
    tries: 'show the address backwards',
    mail: () =>
      headed({ From: '"\u202eelpmaxe.emca@nna\u202c \u2066x" <eve@evil.example>', Subject: '\u202etnemeerga' }),
    answers: 'eve@evil.example',
    says: [],
    hides: ['\u202e', '\u202c', '\u2066'],
  },
  {
    name: 'forged authentication results',
    tries: 'trust that no server of ours gave',
    mail: () => headed({ 'Authentication-Results': 'mx.carrier.example; dmarc=pass header.from=acme.example' }),
    says: [],
    finds: 'Acme Fiber',
  },
]
